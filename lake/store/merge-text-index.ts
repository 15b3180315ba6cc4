import type {DatabaseSync} from 'node:sqlite'

import {isSqliteError} from './store-error.ts'

/** Puts the parts of `text_index` together between transactions. */
export interface TextIndexMerger {
  /** To be called when something was committed */
  readonly soon: () => void
  readonly close: () => void
}

/** Milliseconds after a commit: its answer and its events go first. */
const PAUSE = 10
/** Pages that are written at once, some 5 ms. */
const PAGES = 16

/**
 * Each transaction leaves a part of its own in `text_index`, and what was searched in many parts would slow down. Left to itself, SQLite puts them together while it commits:
 * most commits wait for nothing, and every sixteenth for up to 0.1 s. So they are put together here, a little after each commit.
 */
export function createTextIndexMerger(database: DatabaseSync): TextIndexMerger {
  const merge = database.prepare("INSERT INTO text_index (text_index, rank) VALUES ('merge', ?)")
  const changes = database.prepare('SELECT total_changes() AS total')
  const countChanges = () => Number(changes.get()?.['total'])
  let timer: NodeJS.Timeout | undefined

  function run(): void {
    timer = undefined
    const before = countChanges()
    try {
      merge.run(BigInt(PAGES))
    } catch (error) {
      // A full disk is told to who writes; the parts wait for the next commit.
      if (isSqliteError(error)) return
      throw error
    }
    // One change is the command itself: there was nothing left.
    if (countChanges() - before > 1) soon()
  }

  function soon(): void {
    timer ??= setTimeout(run, PAUSE).unref()
  }

  return {
    soon,
    close() {
      clearTimeout(timer)
    },
  }
}
