import type {DatabaseSync} from 'node:sqlite'
import {setImmediate} from 'node:timers/promises'

import {explainStoreError, isSqliteError} from './store-error.ts'

export interface Compaction {
  /** Transactions that were taken out of the log */
  readonly removed: number
  readonly kept: number
}

/** Transactions taken out at once; others write in between. */
const PORTION = 500

/**
 * Takes what happened before an instant out of the log. Documents stay as they are; their history begins later, and a listener that slept for longer is told to
 * start over. Kept whatever their age: the newest transaction of each dataset, and what archived a release, by which it can be brought back.
 *
 * @param before - ISO 8601, UTC
 * @throws {StoreError} the disk failed; what was not removed is still whole
 */
export async function trimLog(database: DatabaseSync, before: string): Promise<Compaction> {
  const horizon = Number(
    database
      .prepare(
        'SELECT coalesce(max(sequence), 0) AS sequence FROM transactions WHERE timestamp < ?',
      )
      .get(before)?.['sequence'],
  )
  database.exec(`
    CREATE TEMP TABLE IF NOT EXISTS trimmed (sequence INTEGER PRIMARY KEY);
    DELETE FROM trimmed;
  `)
  const choose = database.prepare(
    `INSERT INTO trimmed SELECT sequence FROM transactions
     WHERE sequence <= :horizon AND timestamp < :before
       AND sequence NOT IN (SELECT max(sequence) FROM transactions GROUP BY dataset)
       AND sequence NOT IN (
         SELECT max(sequence) FROM effects WHERE document_id GLOB '_.releases.*' GROUP BY dataset, document_id
       )
     ORDER BY sequence LIMIT :portion`,
  )
  let removed = 0
  for (;;) {
    const portion = removePortion(database, () => {
      choose.run({horizon, before, portion: PORTION})
    })
    removed += portion
    if (portion < PORTION) break
    await setImmediate()
  }
  const kept = database.prepare('SELECT count(*) AS count FROM transactions').get()
  return {removed, kept: Number(kept?.['count'])}
}

/** Gives the room that was freed back to the disk. Nobody is answered meanwhile. */
export function shrinkFile(database: DatabaseSync): void {
  explain(database, () => {
    database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
  })
}

function removePortion(database: DatabaseSync, choose: () => void): number {
  return explain(database, () => {
    database.exec('BEGIN IMMEDIATE; DELETE FROM trimmed')
    choose()
    database.exec('DELETE FROM effects WHERE sequence IN (SELECT sequence FROM trimmed)')
    const {changes} = database
      .prepare('DELETE FROM transactions WHERE sequence IN (SELECT sequence FROM trimmed)')
      .run()
    database.exec('COMMIT')
    return Number(changes)
  })
}

function explain<Result>(database: DatabaseSync, act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw isSqliteError(error) ? explainStoreError(error, 'Cannot compact the log') : error
  }
}
