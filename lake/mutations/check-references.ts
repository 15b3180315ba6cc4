import type {DatabaseSync} from 'node:sqlite'

import {findReferences} from '../store/references.ts'
import {MutationError} from './mutation-error.ts'
import type {DocumentChange, WorkingDocuments} from './working-documents.ts'

/** How many referrers an error names. */
const NAMED_REFERRERS = 100

/**
 * Keeps strong references whole over a transaction: what it deletes, or makes a document of another type, must not be referenced, what it newly references must exist.
 *
 * @param changes - What the transaction did
 * @param working - The documents as they would be after it
 * @throws {MutationError} 409
 */
export function checkReferences(
  changes: readonly DocumentChange[],
  working: WorkingDocuments,
  database: DatabaseSync,
  dataset: string,
): void {
  const changed = new Map(changes.map((change) => [change.id, change]))
  for (const {id, before, after} of changes) {
    if (!after) continue
    const known = new Set(strongTargets(before))
    for (const target of strongTargets(after)) {
      const change = changed.get(target)
      if (change && target !== id && lossOf(change) !== undefined)
        throw stillReferenced(change, [id])
      if ((known.has(target) && !change) || working.get(target)) continue
      throw new MutationError(
        {
          type: 'documentReferencesNonExistentDocumentError',
          description: `Document "${id}" references non-existent document "${target}"`,
          id,
          referenceID: target,
        },
        0,
      )
    }
  }

  const referrers = database.prepare(
    `SELECT from_id FROM document_references
     WHERE dataset = ? AND to_id = ? AND strong = 1 AND from_id <> ? ORDER BY from_id LIMIT ?`,
  )
  for (const change of changes) {
    if (lossOf(change) === undefined) continue
    const {id} = change
    const stored = referrers
      .all(dataset, id, id, NAMED_REFERRERS + changed.size)
      .map((row) => String(row['from_id']))
      .filter((from) => !changed.has(from))
    if (stored.length > 0) throw stillReferenced(change, stored.slice(0, NAMED_REFERRERS))
  }
}

function strongTargets(document: unknown): readonly string[] {
  return findReferences(document).flatMap(({to, strong}) => (strong ? [to] : []))
}

/** What a change does to whoever refers to its document; `undefined` when that stays what it was. */
function lossOf({before, after}: DocumentChange): 'be deleted' | 'change its type' | undefined {
  if (!after) return 'be deleted'
  return before && before._type !== after._type ? 'change its type' : undefined
}

function stillReferenced(change: DocumentChange, referencingIDs: readonly string[]): MutationError {
  const {id} = change
  const [first = ''] = referencingIDs
  return new MutationError(
    {
      type: 'documentHasExistingReferencesError',
      description: `Document "${id}" cannot ${lossOf(change)} as there are references to it from "${first}"`,
      id,
      referencingIDs,
    },
    0,
  )
}
