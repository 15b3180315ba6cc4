import type {DatabaseSync} from 'node:sqlite'

import {readText} from '../access/rows.ts'

/** One thing the Studio remembers for a user: sort order, layout, recent searches. */
export interface KeyValue {
  readonly key: string
  /** Any JSON */
  readonly value: unknown
}

/** What is stored under these keys, in the order asked; what is not there is left out. */
export function findKeyValues(
  database: DatabaseSync,
  userId: string,
  keys: readonly string[],
): readonly KeyValue[] {
  const statement = database.prepare('select value from key_values where user_id = ? and key = ?')
  return keys.flatMap((key) => {
    const row = statement.get(userId, key)
    const value: unknown = row && JSON.parse(readText(row, 'value'))
    return row ? [{key, value}] : []
  })
}

/** Stores each pair over what was there. */
export function putKeyValues(
  database: DatabaseSync,
  userId: string,
  pairs: readonly KeyValue[],
): void {
  const statement = database.prepare(
    `insert into key_values (user_id, key, value) values (?, ?, ?)
     on conflict (user_id, key) do update set value = excluded.value`,
  )
  for (const {key, value} of pairs) statement.run(userId, key, JSON.stringify(value))
}
