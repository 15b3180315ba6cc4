import type {HtmlTagDescriptor, Plugin, Rolldown} from 'vite'

/**
 * Has the page fetch the `deskChunks` while it still reads its first script, which asks for them, and with them the parts that the Studio
 * imports when they are opened: a part whose code stands in one of the chunks gets a file of its own all the same, one line that passes its exports
 * on. The parts of an article are opened one within the other, so an editor would wait for one such file after the other.
 */
export function fetchDeskEarly(): Plugin {
  return {
    name: 'fetch-desk-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, {bundle}) => {
        const files = Object.values(bundle ?? {})
        return [...files.flatMap(linkToDesk), ...files.filter(isPassedOn).map(linkToPart)]
      },
    },
  }
}

function linkToDesk({fileName}: Rolldown.OutputAsset | Rolldown.OutputChunk): HtmlTagDescriptor[] {
  if (/\/(?:desk|packages)-[^/]{1,40}\.js$/u.test(fileName))
    return [link('modulepreload', fileName)]
  return /\/desk-[^/]{1,40}\.css$/u.test(fileName) ? [link('stylesheet', fileName)] : []
}

/** The icons of `@sanity/icons` are such parts as well, hundreds that nobody imports. */
function isPassedOn(file: Rolldown.OutputAsset | Rolldown.OutputChunk): boolean {
  return (
    file.type === 'chunk' &&
    file.isDynamicEntry &&
    Object.keys(file.modules).length === 0 &&
    !/[\\/]@sanity[\\/]icons[\\/]/u.test(file.facadeModuleId ?? '')
  )
}

function linkToPart({fileName}: Rolldown.OutputAsset | Rolldown.OutputChunk): HtmlTagDescriptor {
  return link('modulepreload', fileName)
}

function link(rel: string, name: string): HtmlTagDescriptor {
  return {tag: 'link', attrs: {rel, href: `/${name}`, crossorigin: ''}, injectTo: 'head'}
}
