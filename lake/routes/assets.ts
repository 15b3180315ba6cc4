import {Hono} from 'hono'

import {requireUser} from '../access/read-caller.ts'
import type {AssetDocuments} from '../assets/asset-documents.ts'
import type {AssetFiles, ReceivedFile} from '../assets/asset-files.ts'
import {buildFileDocument, buildImageDocument} from '../assets/build-asset-document.ts'
import type {DrawnImages} from '../assets/drawn-images.ts'
import {readImageFacts} from '../assets/image-metadata.ts'
import type {LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'

/** Where assets are kept, and the project that their addresses name. */
export interface AssetPlace {
  readonly projectId: string
  readonly files: AssetFiles
  readonly drawn: DrawnImages
  readonly documents: AssetDocuments
}

const MIME_TYPE = /^[a-z]{1,20}\/[a-z0-9.+-]{1,100}$/u

/** Uploads: the bytes are kept first, then the document is committed; both are safe before the answer. */
export function createAssetRoutes(place: AssetPlace): Hono<LakeEnvironment> {
  const routes = new Hono<LakeEnvironment>()

  routes.post('/assets/:kind{images|files}/:dataset{[a-z0-9][a-z0-9_-]{0,63}}', async (context) => {
    const author = requireUser(context.get('caller'))
    const {kind, dataset} = context.req.param()
    const url = new URL(context.req.url)
    const asset = {
      origin: url.origin,
      projectId: place.projectId,
      dataset,
      query: url.searchParams,
    }
    const received = await place.files.receive(context.req.raw.body)
    const document = await orDiscard(place.files, received, async () =>
      kind === 'images'
        ? buildImageDocument(received, await readImageFacts(received.path), asset)
        : buildFileDocument(received, readMimeType(context.req.header('content-type')), asset),
    )
    await place.files.keep(received)
    await place.documents.create(dataset, document, author)
    const stored = await place.documents.find(dataset, document._id)
    if (stored === undefined) {
      throw new Problem(500, `Cannot store asset: "${document._id}" is gone right after the commit`)
    }
    return context.json({document: stored})
  })

  return routes
}

async function orDiscard<Result>(
  files: AssetFiles,
  received: ReceivedFile,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    await files.discard(received)
    throw error
  }
}

function readMimeType(header: string | undefined): string {
  const type = (header ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return MIME_TYPE.test(type) ? type : 'application/octet-stream'
}
