import {randomUUID} from 'node:crypto'
import {backup, DatabaseSync} from 'node:sqlite'

import {evaluateApart} from '../evaluation/evaluate-apart.ts'
import {evaluateHere} from '../evaluation/evaluate-here.ts'
import {closeToOthers} from './close-to-others.ts'
import {makeShrinkable} from './compact-log.ts'
import {createDataset} from './create-dataset.ts'
import type {Dataset} from './dataset.ts'
import {holdLock} from './hold-lock.ts'
import {createTextIndexMerger} from './merge-text-index.ts'
import {migrate} from './migrations.ts'
import {preparePathIndex} from './path-index.ts'
import type {HearPreparation} from './preparation.ts'
import {createSnapshots} from './snapshots.ts'
import {explainStoreError, isSqliteError, StoreError} from './store-error.ts'

export interface StoreOptions {
  /** Path of the SQLite file, made when it is missing; its folder must exist */
  readonly file: string
  /** Paths that queries filter or order by, as in `slug.current`, `formerSlugs[]`, `bylines[].contributor._ref`: they get an index */
  readonly indexedPaths?: readonly string[]
  /** The clock of `_createdAt`, `_updatedAt` and the log */
  readonly now?: () => Date
  /**
   * Where queries are evaluated: `here`, in this process, unless told; `apart`, in processes of their own, where a costly one holds up nobody
   */
  readonly evaluation?: 'here' | 'apart'
  /** Makes transaction ids, document ids and array keys; must not repeat */
  readonly newId?: () => string
  /** Hears what a file of an older wiredesk waits for while it is opened */
  readonly preparing?: HearPreparation
}

/** One lake: every dataset of one SQLite file. Held by one process at a time. */
export interface Store {
  /** The write connection. Never leave a transaction open on it across an `await`. */
  readonly database: DatabaseSync
  readonly now: () => Date
  readonly newId: () => string
  /** The dataset of this name; it exists as soon as something is written to it */
  dataset(name: string): Dataset
  /** Makes an empty dataset; does nothing when there is one */
  createDataset(name: string): void
  /** Whether the dataset was made, or anything was ever written to it */
  hasDataset(name: string): boolean
  /** Names of the datasets that were made or written to, sorted */
  datasetNames(): readonly string[]
  /** Copies the whole database, as of one moment, to a new file, while others read and write */
  copyTo(path: string): Promise<void>
  close(): void
}

/** Bytes that SQLite's log keeps when nobody reads from it any more. */
const LARGEST_LOG = 64 * 1024 * 1024

/**
 * Opens the lake's file, makes or migrates its tables, and holds it until `close()`.
 *
 * @throws {StoreError} in use, of a newer version, read-only, on a full disk, damaged; the message says the way out
 */
export function openStore({
  file,
  indexedPaths = [],
  evaluation = 'here',
  now = () => new Date(),
  newId = randomUUID,
  preparing = () => undefined,
}: StoreOptions): Store {
  const release = holdLock(file)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, {timeout: 5000})
    closeToOthers(file)
    // `auto_vacuum` takes hold in a new file only, `makeShrinkable` brings it to an older one.
    database.exec(`
      PRAGMA auto_vacuum = INCREMENTAL;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA journal_size_limit = ${LARGEST_LOG};
    `)
    // A long import writes the same pages of the indexes again and again: they are kept at hand, and copied from the log less often.
    database.exec('PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000')
    migrate(database, file)
    makeShrinkable(database, preparing)
    preparePathIndex(database, indexedPaths, preparing)
  } catch (error) {
    database?.close()
    release()
    throw error instanceof StoreError || isSqliteError(error)
      ? explainStoreError(error, `Cannot open "${file}"`)
      : error
  }

  const opened = database
  const evaluator = evaluation === 'apart' ? evaluateApart(file) : evaluateHere(file)
  const snapshots = createSnapshots(file)
  const textIndex = createTextIndexMerger(opened)
  const datasets = new Map<string, Dataset>()
  const find = opened.prepare(
    `SELECT EXISTS (SELECT 1 FROM transactions WHERE dataset = :name)
         OR EXISTS (SELECT 1 FROM documents WHERE dataset = :name)
         OR EXISTS (SELECT 1 FROM datasets WHERE name = :name) AS found`,
  )
  const make = opened.prepare('INSERT OR IGNORE INTO datasets VALUES (?, ?)')
  const nextName = opened.prepare(
    `SELECT min(name) AS name FROM (
       SELECT min(dataset) AS name FROM transactions WHERE dataset > :name
       UNION ALL SELECT min(dataset) FROM documents WHERE dataset > :name
       UNION ALL SELECT min(name) FROM datasets WHERE name > :name
     )`,
  )
  return {
    database: opened,
    now,
    newId,
    dataset(name) {
      const known = datasets.get(name)
      if (known) return known
      const dataset = createDataset({
        name,
        database: opened,
        evaluator,
        openSnapshot: snapshots.open,
        committed: textIndex.soon,
        now,
        newId,
      })
      datasets.set(name, dataset)
      return dataset
    },
    createDataset(name) {
      make.run(name, now().toISOString())
    },
    hasDataset(name) {
      return find.get({name})?.['found'] === 1
    },
    datasetNames() {
      // From name to name by the index: a plain DISTINCT would read every row.
      const names: string[] = []
      for (;;) {
        const name = nextName.get({name: names.at(-1) ?? ''})?.['name']
        if (typeof name !== 'string') return names
        names.push(name)
      }
    },
    async copyTo(path) {
      // From a snapshot: a copy of the changing file would start anew with every commit.
      const snapshot = snapshots.open()
      try {
        await backup(snapshot, path, {rate: 500})
      } finally {
        if (snapshot.isOpen) snapshot.close()
      }
    },
    close() {
      for (const dataset of datasets.values()) dataset.close()
      evaluator.close()
      textIndex.close()
      snapshots.close()
      opened.close()
      release()
    },
  }
}
