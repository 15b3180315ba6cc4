/** Where a document stands among the versions of one piece of content. */
export type Layer =
  | {readonly type: 'published'}
  | {readonly type: 'drafts'}
  | {readonly type: 'version'; readonly release: string}

export interface DocumentAddress {
  /** Id of the published document; all layers of one piece of content share it */
  readonly publishedId: string
  readonly layer: Layer
}

/**
 * Takes an id apart: `drafts.a` and `versions.r1.a` are layers of `a`, every other id is its own published document.
 *
 * @example
 * readAddress('versions.r1.a.b') // {publishedId: 'a.b', layer: {type: 'version', release: 'r1'}}
 */
export function readAddress(id: string): DocumentAddress {
  if (id.startsWith('drafts.') && id.length > 'drafts.'.length) {
    return {publishedId: id.slice('drafts.'.length), layer: {type: 'drafts'}}
  }
  if (id.startsWith('versions.')) {
    const [, release = '', ...rest] = id.split('.')
    if (release !== '' && rest.length > 0) {
      return {publishedId: rest.join('.'), layer: {type: 'version', release}}
    }
  }
  return {publishedId: id, layer: {type: 'published'}}
}

export function publishedIdOf(id: string): string {
  return readAddress(id).publishedId
}

/** What anonymous readers may see: an id without a dot is a published, public document. */
export function isPublicId(id: string): boolean {
  return !id.includes('.')
}

// ASCII only, so that SQLite's byte order and JavaScript's UTF-16 order of ids are the same.
const DOCUMENT_ID = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,199}$/u

/** Whether the hosted lake would take the id too, but for its length: 128 there, 200 here. */
export function isDocumentId(id: unknown): id is string {
  return typeof id === 'string' && DOCUMENT_ID.test(id) && !id.includes('..') && !id.endsWith('.')
}
