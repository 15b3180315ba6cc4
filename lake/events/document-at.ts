import type {DatabaseSync} from 'node:sqlite'
import {setImmediate} from 'node:timers/promises'

import type {DocumentSource} from '../store/document-source.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import {isWholeAfter} from '../store/log-reach.ts'
import {readList} from '../store/transaction-log.ts'
import {walkBack} from './walk-back.ts'

export interface HistorySource {
  readonly database: DatabaseSync
  readonly dataset: string
  readonly rows: DocumentSource
}

/** Changes undone at once; others get their turn in between. */
const PORTION = 200

/** The document as it was after the transaction at this place in the log; `undefined` when it did not exist then, or when the log begins later. */
export async function documentAt(
  {database, dataset, rows}: HistorySource,
  id: string,
  sequence: number,
): Promise<LakeDocument | undefined> {
  // Before the first transaction that the log has: of a compacted log nobody knows.
  if (sequence === 0) return undefined
  const later = database.prepare(
    `SELECT sequence, previous_revision, revert FROM effects
     WHERE dataset = ? AND document_id = ? AND sequence > ? AND sequence < ?
     ORDER BY sequence DESC LIMIT ${PORTION}`,
  )
  let document = rows.get(id)
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const portion = later.all(dataset, id, sequence, before)
    for (const row of portion) {
      const previous = row['previous_revision']
      document = walkBack(document, {
        previousRevision: typeof previous === 'string' ? previous : null,
        revert: readList(row['revert']),
      })
      before = Number(row['sequence'])
    }
    if (portion.length < PORTION) break
    await setImmediate()
  }
  // What the log has lost since may have changed it, unless it still knows what made the document so.
  const made = database.prepare('SELECT 1 FROM transactions WHERE dataset = ? AND id = ?')
  const isKnown =
    made.get(dataset, document?._rev ?? '') !== undefined || isWholeAfter(database, sequence)
  return isKnown ? document : undefined
}

/** The document as it is, or as it last was before it was deleted. */
export async function lastRevision(
  source: HistorySource,
  id: string,
): Promise<LakeDocument | undefined> {
  const present = source.rows.get(id)
  if (present) return present
  const row = source.database
    .prepare('SELECT max(sequence) AS sequence FROM effects WHERE dataset = ? AND document_id = ?')
    .get(source.dataset, id)
  const deletion = row?.['sequence']
  return typeof deletion === 'number' ? documentAt(source, id, deletion - 1) : undefined
}

/** Place in the log of the last transaction at or before an instant (ISO 8601, UTC); 0 before the first. */
export function sequenceAtTime({database, dataset}: HistorySource, time: string): number {
  const row = database
    .prepare(
      `SELECT sequence FROM transactions WHERE dataset = ? AND timestamp <= ?
       ORDER BY sequence DESC LIMIT 1`,
    )
    .get(dataset, time)
  return Number(row?.['sequence'] ?? 0)
}
