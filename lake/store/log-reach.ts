import type {DatabaseSync} from 'node:sqlite'

import {prepareOnce} from './prepare-once.ts'

/**
 * Whether the log holds every transaction after a place in it: what archived a release stays in a trimmed log, while what came after it is gone.
 */
export function isWholeAfter(database: DatabaseSync, sequence: number): boolean {
  const row = prepareOnce(
    database,
    `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'transactions'), 0) - :sequence
       = (SELECT count(*) FROM transactions WHERE sequence > :sequence) AS whole`,
  ).get({sequence})
  return row?.['whole'] === 1
}
