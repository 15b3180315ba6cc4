import type {Fields} from '../../ingest/merge-content.ts'
import {readText} from '../narrow.ts'
import type {ReadDocuments} from './read-story.ts'

/** The dataset as it will be when what is planned has been sent. */
export interface PlannedDocuments {
  readonly read: ReadDocuments
  /** Whether the document is planned, and not only stored */
  readonly has: (id: string) => boolean
  /** What a text of the next transaction leaves. Without a revision: it gets one with the others of its transaction */
  readonly remember: (documents: readonly Fields[]) => void
  /** The transaction is on its way: what is remembered is stored, or, in a dry run, stands as if */
  readonly settle: (transactionId: string) => void
}

/**
 * Reads what is planned over what is stored, so that the second version of a story in one transaction, and in a dry run in any, is planned
 * on the first.
 *
 * @param keep - Nothing is really stored: what is planned is kept to the end
 */
export function plannedDocuments(
  readStored: ReadDocuments,
  {keep}: {readonly keep: boolean},
): PlannedDocuments {
  const next = new Map<string, Fields>()
  const kept = new Map<string, Fields>()
  return {
    async read(ids) {
      const planned = ids.flatMap((id) => {
        const document = next.get(id) ?? kept.get(id)
        return document === undefined ? [] : [[id, document] as const]
      })
      const known = new Map(planned)
      return new Map([...(await readStored(ids.filter((id) => !known.has(id)))), ...known])
    },
    has: (id) => next.has(id) || kept.has(id),
    remember(documents) {
      for (const {_rev, ...document} of documents) {
        const id = readText(document['_id'])
        if (id !== undefined) next.set(id, document)
      }
    },
    settle(transactionId) {
      for (const [id, document] of next) {
        if (keep) kept.set(id, {...document, _rev: transactionId})
      }
      next.clear()
    },
  }
}
