import type {HtmlTagDescriptor, Plugin} from 'vite'

/** Has the page fetch the `deskChunks` while it still reads its first script, which asks for them. */
export function fetchDeskEarly(): Plugin {
  return {
    name: 'fetch-desk-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, {bundle}) =>
        Object.keys(bundle ?? {}).flatMap((name): HtmlTagDescriptor[] => {
          if (/\/(?:desk|packages)-[^/]{1,40}\.js$/u.test(name))
            return [link('modulepreload', name)]
          return /\/desk-[^/]{1,40}\.css$/u.test(name) ? [link('stylesheet', name)] : []
        }),
    },
  }
}

function link(rel: string, name: string): HtmlTagDescriptor {
  return {tag: 'link', attrs: {rel, href: `/${name}`, crossorigin: ''}, injectTo: 'head'}
}
