import type {AssetDocument} from './asset-documents.ts'
import type {ReceivedFile} from './asset-files.ts'
import type {ImageFacts} from './image-metadata.ts'

/** What the document needs besides the bytes. */
export interface AssetContext {
  /** Where the lake is reached, such as `http://localhost:3333`: the document's `url` is absolute, as on the hosted lake */
  readonly origin: string
  readonly projectId: string
  readonly dataset: string
  /** Parameters of the upload: `filename`, `label`, `title`, `description`, `creditLine`, `source.id`, `source.name`, `source.url` */
  readonly query: URLSearchParams
}

/** The document of an image: `image-<sha1>-<w>x<h>-<ext>`. */
export function buildImageDocument(
  file: Pick<ReceivedFile, 'sha1' | 'size'>,
  {extension, mimeType, metadata}: ImageFacts,
  context: AssetContext,
): AssetDocument {
  const {width, height} = metadata.dimensions
  const size = `${width}x${height}`
  const name = `${file.sha1}-${size}.${extension}`
  return {
    _id: `image-${file.sha1}-${size}-${extension}`,
    _type: 'sanity.imageAsset',
    ...placeOf('images', name, file, context),
    extension,
    mimeType,
    metadata,
  }
}

/** The document of any other file: `file-<sha1>-<ext>`; the extension is the name's, or `bin`. */
export function buildFileDocument(
  file: Pick<ReceivedFile, 'sha1' | 'size'>,
  mimeType: string,
  context: AssetContext,
): AssetDocument {
  const named = /\.(?<extension>[a-z0-9]{1,10})$/iu.exec(context.query.get('filename') ?? '')
  const extension = named?.groups?.extension?.toLowerCase() ?? 'bin'
  return {
    _id: `file-${file.sha1}-${extension}`,
    _type: 'sanity.fileAsset',
    ...placeOf('files', `${file.sha1}.${extension}`, file, context),
    extension,
    mimeType,
  }
}

function placeOf(
  kind: 'images' | 'files',
  name: string,
  {sha1, size}: Pick<ReceivedFile, 'sha1' | 'size'>,
  {origin, projectId, dataset, query}: AssetContext,
) {
  const path = `${kind}/${projectId}/${dataset}/${name}`
  return {
    assetId: sha1,
    path,
    url: `${origin}/${path}`,
    size,
    sha1hash: sha1,
    uploadId: sha1,
    ...pick(query, {
      filename: 'originalFilename',
      label: 'label',
      title: 'title',
      description: 'description',
      creditLine: 'creditLine',
    }),
    ...sourceOf(query),
  }
}

function sourceOf(query: URLSearchParams) {
  const source = pick(query, {'source.id': 'id', 'source.name': 'name', 'source.url': 'url'})
  return Object.keys(source).length === 0
    ? {}
    : {source: {_type: 'sanity.assetSourceData', ...source}}
}

function pick(query: URLSearchParams, names: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(names).flatMap(([parameter, field]) => {
      const value = query.get(parameter)
      return value === null || value === '' ? [] : [[field, value.slice(0, 2000)]]
    }),
  )
}
