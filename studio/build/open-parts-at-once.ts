import type {Plugin} from 'vite'

/**
 * A part that the Studio imports when it is opened gets a file of its own even where its code stands in one of the `deskChunks`: a line that
 * passes its exports on. The parts of an article are opened one within the other, so an editor would wait for one file after the
 * other. This takes them from the chunk itself.
 */
export function openPartsAtOnce(): Plugin {
  return {
    name: 'open-parts-at-once',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const parts = new Map(
        chunks.flatMap(({fileName, code}) => {
          const exported = PASSES_ON.exec(code)?.groups
          if (exported === undefined) return []
          return [[fileName.replace('assets/', ''), takeFromChunk(exported)] as const]
        }),
      )
      for (const chunk of chunks) {
        chunk.code = chunk.code.replaceAll(
          /import\(`\.\/([\w.-]{1,200})`\)/gu,
          (asked, name: string) => parts.get(name) ?? asked,
        )
      }
    },
  }
}

/** export{dt as CommentsStudioLayout}from"./desk-CXmzoxd0.js"; */
const PASSES_ON =
  /^export\{(?<names>[\w$]{1,20} as [\w$]{1,100}(?:,[\w$]{1,20} as [\w$]{1,100}){0,200})\}from"\.\/(?<chunk>(?:desk|packages)-[\w-]{8}\.js)";\s{0,5}$/u

function takeFromChunk({names = '', chunk}: Readonly<Record<string, string>>): string {
  const taken = names.split(',').map((name) => {
    const [inside, outside] = name.split(' as ')
    return `${outside}:c.${inside}`
  })
  return `import(\`./${chunk}\`).then(c=>({${taken.join(',')}}))`
}
