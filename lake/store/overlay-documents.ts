import type {Candidates, DocumentSource} from './document-source.ts'
import type {LakeDocument} from './lake-document.ts'

/**
 * The stored documents with a running transaction's changes on top.
 *
 * @param touched - By id, what the transaction made of a document; `undefined` = deleted
 */
export function overlayDocuments(
  stored: DocumentSource,
  touched: ReadonlyMap<string, LakeDocument | undefined>,
): DocumentSource {
  return {
    get: (id) => (touched.has(id) ? touched.get(id) : stored.get(id)),
    scan: (candidates) => scanOver(stored, touched, candidates),
  }
}

/** Merges the touched documents into the sorted stored ones. Touched ones are all yielded: narrowing may always give more. */
function* scanOver(
  stored: DocumentSource,
  touched: ReadonlyMap<string, LakeDocument | undefined>,
  candidates: Candidates,
): Iterable<LakeDocument> {
  const own = [...touched.values()]
    .flatMap((document) => document ?? [])
    .toSorted((left, right) => (left._id < right._id ? -1 : 1))
  for (const document of stored.scan(candidates)) {
    while (own[0] && own[0]._id < document._id) {
      const next = own.shift()
      if (next) yield next
    }
    if (!touched.has(document._id)) yield document
  }
  yield* own
}
