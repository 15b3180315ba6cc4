import {Hono} from 'hono'

import {imageTypeOf} from '../assets/image-metadata.ts'
import {readImageRequest} from '../assets/image-request.ts'
import type {LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'
import {sendFile} from '../send-file.ts'
import type {AssetPlace} from './assets.ts'

/** `<sha1>-<width>x<height>.<extension>`, `<sha1>.<extension>`; the hash alone finds the bytes. */
const IMAGE = /^(?<sha1>[0-9a-f]{40})-(?<size>\d{1,6}x\d{1,6})\.(?<extension>[a-z]{3,4})$/u
const FILE = /^(?<sha1>[0-9a-f]{40})\.(?<extension>[a-z0-9]{1,10})$/u

/** An address names its bytes, so it never changes. */
const FOREVER = 'public, max-age=31536000, immutable'
/** Whatever an asset holds, it runs nothing: an SVG or an HTML file opened by itself is inert. */
const HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
/** What a browser may show by itself; the rest is downloaded. */
const SHOWN = /^(?:image\/(?!svg)|audio\/|video\/|text\/plain$)/u

/**
 * Serves asset bytes to whoever knows the address, as the hosted lake does, drafts' assets too: the hash in it cannot be guessed.
 * An asset whose document was deleted is gone.
 */
export function createImageRoutes({
  projectId,
  files,
  drawn: images,
  documents,
}: AssetPlace): Hono<LakeEnvironment> {
  const routes = new Hono<LakeEnvironment>()

  // A name for readers may follow: `…-800x600.jpg/quay-at-dawn.jpg`.
  routes.get('/images/:project/:dataset/:file/:vanityName?', async (context) => {
    const {project, dataset, file} = context.req.param()
    const {sha1 = '', size = '', extension = ''} = IMAGE.exec(file)?.groups ?? {}
    const mimeType = imageTypeOf(extension)
    const path = project === projectId ? files.find(sha1) : undefined
    if (path === undefined || mimeType === undefined) throw notFound(file)
    const document = await documents.find(dataset, `image-${sha1}-${size}-${extension}`)
    if (document === undefined) throw notFound(file)

    const query = new URL(context.req.url).searchParams
    const request = readImageRequest(query)
    const asked = query.get('dl')
    const name = asked === null ? undefined : downloadName(asked, document, file)
    const isDrawn = request !== undefined && (extension !== 'svg' || request.format !== undefined)
    if (!isDrawn) return sendFile(path, context.req.raw, assetHeaders(mimeType, name))
    const drawn = await images.draw(
      {path, sha1, extension},
      request,
      context.req.header('accept') ?? '',
    )
    return new Response(drawn.bytes, {headers: assetHeaders(drawn.mimeType, name)})
  })

  routes.get('/files/:project/:dataset/:file', async (context) => {
    const {project, dataset, file} = context.req.param()
    const {sha1 = '', extension = ''} = FILE.exec(file)?.groups ?? {}
    const path = project === projectId ? files.find(sha1) : undefined
    if (path === undefined) throw notFound(file)
    const document = await documents.find(dataset, `file-${sha1}-${extension}`)
    if (document === undefined) throw notFound(file)
    const mimeType =
      typeof document.mimeType === 'string' ? document.mimeType : 'application/octet-stream'
    const asked = new URL(context.req.url).searchParams.get('dl')
    const isShown = asked === null && SHOWN.test(mimeType)
    const name = isShown ? undefined : downloadName(asked, document, file)
    return sendFile(path, context.req.raw, assetHeaders(mimeType, name))
  })

  return routes
}

function notFound(file: string): Problem {
  return new Problem(404, `Asset "${file}" not found`)
}

/** The name that `dl` gives, else the one that the file had when it was uploaded, else that of its address. */
function downloadName(
  asked: string | null,
  {originalFilename}: Readonly<Record<string, unknown>>,
  file: string,
): string {
  const uploaded = typeof originalFilename === 'string' ? originalFilename : ''
  return (asked || uploaded || file).slice(0, 200)
}

function assetHeaders(mimeType: string, name: string | undefined): Record<string, string> {
  return {
    'content-type': mimeType,
    'cache-control': FOREVER,
    'content-security-policy': HARMLESS,
    'cross-origin-resource-policy': 'same-site',
    'vary': 'Accept, Origin',
    'x-content-type-options': 'nosniff',
    ...(name === undefined
      ? {}
      : {
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`,
        }),
  }
}
