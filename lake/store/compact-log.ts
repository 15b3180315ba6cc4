import type {DatabaseSync} from 'node:sqlite'
import {setImmediate} from 'node:timers/promises'

import type {HearPreparation} from './preparation.ts'
import {explainStoreError, isSqliteError} from './store-error.ts'

export interface Compaction {
  /** Transactions that were taken out of the log */
  readonly removed: number
  readonly kept: number
}

/** Transactions taken out at once; others write in between. */
const PORTION = 100

/** Pages of the file given back at once. */
const PAGES = 256

/** What `PRAGMA auto_vacuum` says of a file that can be made smaller in parts. */
const INCREMENTAL = 2

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
    CREATE TEMP TABLE IF NOT EXISTS kept (sequence INTEGER PRIMARY KEY);
    DELETE FROM kept;
    INSERT OR IGNORE INTO kept SELECT max(sequence) FROM transactions GROUP BY dataset;
    INSERT OR IGNORE INTO kept SELECT max(sequence) FROM effects
      WHERE document_id GLOB '_.releases.*' GROUP BY dataset, document_id;
  `)
  const choose = database.prepare(
    `INSERT INTO trimmed SELECT sequence FROM transactions
     WHERE sequence <= :horizon AND timestamp < :before AND sequence NOT IN (SELECT sequence FROM kept)
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

/**
 * Gives the room that was freed back to the disk, a little at a time; others read and write in between.
 *
 * @throws {StoreError}
 */
export async function shrinkFile(database: DatabaseSync): Promise<void> {
  for (;;) {
    const free = readPragma(database, 'freelist_count')
    if (free === 0) return
    explain(database, () => {
      database.exec(`PRAGMA incremental_vacuum(${PAGES})`)
    })
    // Somebody wrote meanwhile, or it does not get less
    if (readPragma(database, 'freelist_count') >= free) return
    await setImmediate()
  }
}

/**
 * Brings a file that an older wiredesk made into the form that `shrinkFile` needs; does nothing when it has it. The whole file is written anew. Without the
 * room for that on the disk it stays as it is: it is used and grows as before.
 */
export function makeShrinkable(database: DatabaseSync, preparing: HearPreparation): void {
  if (readPragma(database, 'auto_vacuum') === INCREMENTAL) return
  preparing({
    type: 'file',
    bytes: readPragma(database, 'page_count') * readPragma(database, 'page_size'),
  })
  try {
    database.exec('PRAGMA auto_vacuum = INCREMENTAL; VACUUM')
  } catch (error) {
    if (explainStoreError(error, 'Cannot rewrite').reason !== 'full-disk') throw error
  }
}

function readPragma(database: DatabaseSync, name: string): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name])
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
