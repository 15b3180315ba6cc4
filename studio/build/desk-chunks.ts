import type {HtmlTagDescriptor, Plugin, Rolldown} from 'vite'

/**
 * What an editor meets in the first minute is one chunk: Sanity splits it into hundreds, and a browser fetches six at a time.
 * `guard` runs before all of it and must not pull it in.
 */
export const deskChunks: Rolldown.CodeSplittingGroup[] = [
  {
    name: 'guard',
    priority: 2,
    test: /[\\/]transport[\\/]guard-fetch\.ts|vite[\\/]preload-helper/u,
  },
  {
    name: 'desk',
    priority: 1,
    test: (id) => !/[\\/](?:index\.html|main\.ts)|\.css/u.test(id) && !RARELY_OPENED.test(id),
  },
]

/** Parts of the Studio that are fetched when they are opened: Vision, films, releases, tasks, variants. */
const RARELY_OPENED = new RegExp(
  [
    '[\\\\/]sanity[\\\\/]lib[\\\\/](?:VideoPlayer|ReleasesTool|VariantsTool|Tasks)',
    '[\\\\/]SanityVision-',
    '[\\\\/](?:@codemirror|@lezer|@uiw|@rexxars)[\\\\/]',
    '[\\\\/](?:@mux|mux-embed|media-chrome|media-tracks|hls\\.js|custom-media-element)[\\\\/]',
  ].join('|'),
  'u',
)

/** Has the page fetch the `desk` chunk while it still reads its first script, which asks for it. */
export function fetchDeskEarly(): Plugin {
  return {
    name: 'fetch-desk-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, {bundle}) =>
        Object.keys(bundle ?? {}).flatMap((name): HtmlTagDescriptor[] => {
          if (/\/desk-[^/]{1,40}\.js$/u.test(name)) return [link('modulepreload', name)]
          return /\/desk-[^/]{1,40}\.css$/u.test(name) ? [link('stylesheet', name)] : []
        }),
    },
  }
}

function link(rel: string, name: string): HtmlTagDescriptor {
  return {tag: 'link', attrs: {rel, href: `/${name}`, crossorigin: ''}, injectTo: 'head'}
}
