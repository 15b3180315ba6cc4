import type {DatabaseSync} from 'node:sqlite'

import {prepareOnce} from './prepare-once.ts'

/** What is known of a set of ids that an index can give. */
export interface IdSet {
  /** All of them where they are fewer than `FEW` */
  readFew(): readonly string[] | undefined
  /** At most `limit` */
  count(limit: number): number
  read(): readonly string[]
}

export type Values = readonly (string | number | Uint8Array)[]

/** So few documents are looked at: no other set needs to be asked. */
const FEW = 16

/** Counting stops here: whoever matches more is a scan. */
const STEPS = [64, 512, 4096, 32_768, 262_144]

/** Ids that are known already. */
export function held(ids: readonly string[]): IdSet {
  return {
    readFew: () => (ids.length < FEW ? ids : undefined),
    count: (limit) => Math.min(limit, ids.length),
    read: () => ids,
  }
}

/**
 * The ids that a statement gives for each list of its values.
 *
 * @param sql - Gives them in a column `id`
 */
export function selection(connection: DatabaseSync, sql: string, calls: readonly Values[]): IdSet {
  return {
    readFew() {
      const ids: string[] = []
      for (const values of calls) {
        ids.push(...readIds(connection, `${sql} LIMIT ?`, [...values, FEW - ids.length]))
        if (ids.length >= FEW) return undefined
      }
      return ids
    },
    count(limit) {
      let count = 0
      const counter = prepareOnce(
        connection,
        `SELECT count(*) AS count FROM (SELECT 1 FROM (${sql}) LIMIT ?)`,
      )
      for (const values of calls) {
        if (count >= limit) break
        count += Number(counter.get(...values, limit - count)?.['count'])
      }
      return count
    },
    read: () => calls.flatMap((values) => readIds(connection, sql, values)),
  }
}

/** What is in all sets of at least one member. */
export function unionOf(members: readonly (readonly IdSet[])[]): IdSet {
  return {
    readFew() {
      const ids: string[] = []
      for (const sets of members) {
        const few = readFewOf(sets)
        if (!few || ids.length + few.length >= FEW) return undefined
        ids.push(...few)
      }
      return ids
    },
    count(limit) {
      let count = 0
      for (const sets of members) {
        if (count >= limit) break
        count += Math.min(...sets.map((set) => set.count(limit - count)))
      }
      return count
    },
    read: () => members.flatMap((sets) => intersect(sets) ?? []),
  }
}

/** The ids that a statement gives in its column `id`. */
export function readIds(connection: DatabaseSync, sql: string, values: Values): readonly string[] {
  return prepareOnce(connection, sql)
    .all(...values)
    .map((row) => String(row['id']))
}

/** All of the first set that has so few: who has one value is told by reading, not by counting and reading. */
export function readFewOf(sets: readonly IdSet[]): readonly string[] | undefined {
  for (const set of sets) {
    const few = set.readFew()
    if (few) return few
  }
  return undefined
}

/** Reads the smallest set and those that are not much greater; the rest would cost more than it saves. */
export function intersect(sets: readonly IdSet[]): readonly string[] | undefined {
  if (sets.length === 0) return undefined
  const [first] = sets
  if (sets.length === 1) return first && [...new Set(first.read())]
  const few = readFewOf(sets)
  if (few) return [...new Set(few)]
  for (const step of STEPS) {
    const counted: {readonly set: IdSet; readonly count: number}[] = []
    for (const set of sets) {
      counted.push({set, count: set.count(step)})
    }
    const [smallest, ...others] = counted.toSorted((left, right) => left.count - right.count)
    if (!smallest || (smallest.count >= step && step !== STEPS.at(-1))) continue
    let ids = [...new Set(smallest.set.read())]
    for (const {set, count} of others) {
      if (count >= step || count > 1000 + 4 * ids.length || ids.length < FEW) continue
      const members = new Set(set.read())
      ids = ids.filter((id) => members.has(id))
    }
    return ids
  }
  return undefined
}
