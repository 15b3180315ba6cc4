import {DatabaseSync} from 'node:sqlite'

import {accessTables} from './access-tables.ts'

/** An empty database with the tables of the edge, for tests. */
export function openTestDatabase(): DatabaseSync {
  const database = new DatabaseSync(':memory:')
  database.exec(accessTables)
  return database
}
