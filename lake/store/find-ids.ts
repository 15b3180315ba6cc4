import type {DatabaseSync, StatementSync} from 'node:sqlite'

import {type AttributeConstraint, type Candidates, isUnknown} from './document-source.ts'
import type {KeyRange} from './sort-key.ts'
import {writeTextQuery} from './text-query.ts'

/** What is known of a set of ids that an index can give. */
interface IdSet {
  /** At most `limit` */
  count(limit: number): number
  read(): readonly string[]
}

/** Asks the indexes of one dataset which stored documents can match. */
export interface IdFinder {
  /** Ids of every row that can match, each once, in no order; `undefined` when no index knows */
  find(candidates: Candidates): readonly string[] | undefined
  /** The same, only when at most `limit` rows can match */
  findFew(candidates: Candidates, limit: number): readonly string[] | undefined
  /** The index fields that hold a path for these types (all when not told); `undefined` when the path has no index */
  fields(path: string, types?: readonly string[]): readonly number[] | undefined
}

/** Counting stops here: whoever matches more is a scan. */
const STEPS = [64, 512, 4096, 32_768, 262_144]

/** @param layered - `ids` of the candidates are published ids and stand for all their layers */
export function createIdFinder(
  connection: DatabaseSync,
  dataset: string,
  layered: boolean,
): IdFinder {
  const statements = new Map<string, StatementSync>()
  function prepare(sql: string): StatementSync {
    const statement = statements.get(sql) ?? connection.prepare(sql)
    statements.set(sql, statement)
    return statement
  }

  function fields(path: string, types?: readonly string[]): readonly number[] | undefined {
    const known = prepare('SELECT 1 FROM indexed_paths WHERE path = ?').get(path)
    if (!known) return undefined
    return prepare('SELECT field, type FROM indexed_fields WHERE dataset = ? AND path = ?')
      .all(dataset, path)
      .filter((row) => types?.includes(String(row['type'])) ?? true)
      .map((row) => Number(row['field']))
  }

  /** The ids that a statement gives for each list of its values. */
  function selection(sql: string, calls: readonly Values[]): IdSet {
    return {
      count(limit) {
        let count = 0
        const counter = prepare(`SELECT count(*) AS count FROM (${sql} LIMIT ?)`)
        for (const values of calls) {
          if (count >= limit) break
          count += Number(counter.get(...values, limit - count)?.['count'])
        }
        return count
      },
      read() {
        const reader = prepare(sql)
        return calls.flatMap((values) => reader.all(...values).map((row) => String(row['id'])))
      },
    }
  }

  function ofAttribute({path, ranges}: AttributeConstraint, types?: readonly string[]) {
    const found = fields(path, types)
    return (
      found &&
      selection(
        RANGE,
        found.flatMap((field) => ranges.map((range) => call(field, range))),
      )
    )
  }

  function ofWords(words: readonly string[]): IdSet | undefined {
    const query = writeTextQuery(connection, words)
    return query === undefined
      ? undefined
      : selection(WORDS, query === '' ? [] : [[query, dataset]])
  }

  function ofIds(ids: readonly string[]): IdSet {
    if (layered)
      return selection(
        LAYERS,
        ids.map((id) => [dataset, id]),
      )
    return {count: (limit) => Math.min(limit, ids.length), read: () => ids}
  }

  /** Every set that the document must be in. */
  function setsOf(candidates: Candidates): readonly IdSet[] {
    const {
      ids,
      types,
      publishedIds,
      referencing,
      attributes = [],
      words,
      alternatives = [],
    } = candidates
    return [
      ids && ofIds(ids),
      ...attributes.map((attribute) => ofAttribute(attribute, types)),
      referencing &&
        selection(
          REFERENCING,
          referencing.map((id) => [dataset, id]),
        ),
      publishedIds &&
        selection(
          LAYERS,
          publishedIds.map((id) => [dataset, id]),
        ),
      types &&
        selection(
          TYPE,
          types.map((type) => [dataset, type]),
        ),
      words && ofWords(words),
      ...alternatives.map(anyOf),
    ].filter((set) => set !== undefined)
  }

  function anyOf(alternatives: readonly Candidates[]): IdSet | undefined {
    const members: (readonly IdSet[])[] = []
    for (const alternative of alternatives) {
      const own = setsOf(alternative)
      if (own.length === 0) return undefined
      members.push(own)
    }
    return {
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

  return {
    fields,
    find(candidates) {
      return isUnknown(candidates) ? undefined : intersect(setsOf(candidates))
    },
    findFew(candidates, limit) {
      const sets = setsOf(candidates)
      const few = sets.find((set) => set.count(limit + 1) <= limit)
      return few && intersect(sets)
    },
  }
}

type Values = readonly (string | number | Uint8Array)[]

const RANGE = 'SELECT id FROM path_values WHERE field = ? AND key >= ? AND key <= ?'
const TYPE = 'SELECT id FROM documents WHERE dataset = ? AND type = ?'
const WORDS = `SELECT id FROM text_index CROSS JOIN text_documents ON number = text_index.rowid
               WHERE text_index MATCH ? AND dataset = ?`
const LAYERS = 'SELECT id FROM documents WHERE dataset = ? AND published_id = ?'
const REFERENCING = 'SELECT from_id AS id FROM document_references WHERE dataset = ? AND to_id = ?'

function call(field: number, {from, to}: KeyRange): Values {
  return [field, from, to]
}

/** Reads the smallest set and those that are not much greater; the rest would cost more than it saves. */
function intersect(sets: readonly IdSet[]): readonly string[] | undefined {
  if (sets.length === 0) return undefined
  const [first] = sets
  if (sets.length === 1) return first && [...new Set(first.read())]
  for (const step of STEPS) {
    const counted = sets
      .map((set) => ({set, count: set.count(step)}))
      .toSorted((left, right) => left.count - right.count)
    const [smallest, ...others] = counted
    if (!smallest || (smallest.count >= step && step !== STEPS.at(-1))) continue
    let ids = [...new Set(smallest.set.read())]
    for (const {set, count} of others) {
      if (count >= step || count > 1000 + 4 * ids.length || ids.length < 16) continue
      const members = new Set(set.read())
      ids = ids.filter((id) => members.has(id))
    }
    return ids
  }
  return undefined
}
