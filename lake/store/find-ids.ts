import type {DatabaseSync} from 'node:sqlite'

import {type AttributeConstraint, both, type Candidates, isUnknown} from './document-source.ts'
import {prepareOnce} from './prepare-once.ts'
import {everyKey, isPoint, pinnedPrefix, prefixed, type SortKey} from './sort-key.ts'
import {writeTextQuery} from './text-query.ts'
import {HEAD, typeToken} from './text-tokens.ts'

/** What is known of a set of ids that an index can give. */
interface IdSet {
  /** All of them where they are fewer than `FEW` */
  readFew(): readonly string[] | undefined
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
  /** Where the index has the rows of a constraint, each once: field, lowest and greatest key; `undefined` when the path has no index */
  stretches(
    attribute: AttributeConstraint,
    types?: readonly string[],
  ): readonly Stretch[] | undefined
  /** The index field that holds a path for a type; `undefined` when there is none */
  field(path: string, type: string): number | undefined
}

/** Counting stops here: whoever matches more is a scan. */
const STEPS = [64, 512, 4096, 32_768, 262_144]

/**
 * Reads the fields of the index once for each path: for one snapshot.
 *
 * @param layered - `ids` of the candidates are published ids and stand for all their layers
 */
export function createIdFinder(
  connection: DatabaseSync,
  dataset: string,
  layered: boolean,
): IdFinder {
  const withWords = new Map<string, readonly string[]>()
  const fieldsByPath = new Map<string, ReadonlyMap<string, number> | undefined>()
  const prepare = (sql: string) => prepareOnce(connection, sql)

  /** The index fields that hold a path, by type; `undefined` when the path has no index. */
  function fieldsByType(path: string): ReadonlyMap<string, number> | undefined {
    if (!fieldsByPath.has(path)) fieldsByPath.set(path, readFields(path))
    return fieldsByPath.get(path)
  }

  function readFields(path: string): ReadonlyMap<string, number> | undefined {
    const rows = prepare('SELECT field, type FROM indexed_fields WHERE dataset = ? AND path = ?')
      .all(dataset, path)
      .map((row) => [String(row['type']), Number(row['field'])] as const)
    if (rows.length > 0) return new Map(rows)
    const known = prepare('SELECT 1 FROM indexed_paths WHERE path = ?').get(path)
    return known && new Map()
  }

  /** Those for these types (all when not told). */
  function fields(path: string, types?: readonly string[]): readonly number[] | undefined {
    const found = fieldsByType(path)
    return (
      found &&
      [...found].filter(([type]) => types?.includes(type) ?? true).map(([, field]) => field)
    )
  }

  /** The same for a path that is indexed together with what orders it. */
  function orderedFields(path: string, types?: readonly string[]): readonly number[] | undefined {
    const found = prepare('SELECT path FROM indexed_paths WHERE path > ? AND path < ? LIMIT 1')
    const ordered = found.get(`${path}, `, `${path}-`)?.['path']
    return typeof ordered === 'string' ? fields(ordered, types) : undefined
  }

  /** The ids that a statement gives for each list of its values. */
  function selection(sql: string, calls: readonly Values[]): IdSet {
    return {
      readFew() {
        const ids: string[] = []
        for (const values of calls) {
          ids.push(...read(`${sql} LIMIT ?`, [...values, FEW - ids.length]))
          if (ids.length >= FEW) return undefined
        }
        return ids
      },
      count(limit) {
        let count = 0
        const counter = prepare(`SELECT count(*) AS count FROM (SELECT 1 FROM (${sql}) LIMIT ?)`)
        for (const values of calls) {
          if (count >= limit) break
          count += Number(counter.get(...values, limit - count)?.['count'])
        }
        return count
      },
      read() {
        return calls.flatMap((values) => read(sql, values))
      },
    }
  }

  function stretches(
    {path, ranges}: AttributeConstraint,
    types?: readonly string[],
  ): readonly Stretch[] | undefined {
    const alone = fields(path, types)
    const found = alone ?? (ranges.every(isPoint) ? orderedFields(path, types) : undefined)
    const wanted = alone ? ranges : ranges.map(({from}) => prefixed(pinnedPrefix(from), everyKey))
    return found?.flatMap((field) => wanted.map(({from, to}): Stretch => [field, from, to]))
  }

  function ofAttribute(attribute: AttributeConstraint, types?: readonly string[]) {
    const found = stretches(attribute, types)
    return found && selection(RANGE, found)
  }

  function ofWords(words: readonly string[], {types, best}: Surroundings): IdSet | undefined {
    if (best !== undefined) return bestOfWords(words, types, best)
    // One letter begins too many words to tell anything.
    const telling = words.filter((word) => !/^.\**$/u.test(word))
    const query = writeTextQuery(connection, telling)
    if (query === undefined) return undefined
    const limit = MOST_WITH_WORDS + 1
    const ids = query === '' ? [] : readWithWords(`${WORDS} LIMIT ?`, [query, dataset, limit])
    return ids.length === limit ? undefined : held(ids)
  }

  function bestOfWords(
    words: readonly string[],
    types: readonly string[] | undefined,
    best: number,
  ): IdSet | undefined {
    const headQuery = writeTextQuery(
      connection,
      words.map((word) => HEAD + word),
    )
    const query = writeTextQuery(connection, words)
    if (query === undefined || headQuery === undefined) return undefined
    const typeQuery = types?.map((type) => `"${typeToken(type)}"`).join(' OR ')
    const bestOf = (text: string) =>
      text === '' || typeQuery === ''
        ? []
        : readWithWords(BEST, [typeQuery ? `(${text}) AND (${typeQuery})` : text, dataset, best])
    const atHead = bestOf(headQuery)
    return held(atHead.length < best ? [...atHead, ...bestOf(query)] : atHead)
  }

  function read(sql: string, values: Values): readonly string[] {
    return prepare(sql)
      .all(...values)
      .map((row) => String(row['id']))
  }

  /** A search asks for the same words more than once: in a headline, anywhere. */
  function readWithWords(sql: string, values: Values): readonly string[] {
    const key = JSON.stringify([sql, values])
    const ids = withWords.get(key) ?? read(sql, values)
    withWords.set(key, ids)
    return ids
  }

  function ofIds(ids: readonly string[]): IdSet {
    if (layered)
      return selection(
        LAYERS,
        ids.map((id) => [dataset, id]),
      )
    return held(ids)
  }

  /** Every set that the document must be in. */
  function setsOf(candidates: Candidates, outer: Surroundings = {}): readonly IdSet[] {
    const {
      ids,
      types,
      publishedIds,
      referencing,
      attributes = [],
      words,
      alternatives = [],
    } = candidates
    const known = both(types ? {types} : {}, outer.types ? {types: outer.types} : {})
    const surroundings = {types: known.types, best: candidates.best ?? outer.best}
    return [
      ids && ofIds(ids),
      // Who has one value is told first: the fewest have it.
      ...attributes
        .toSorted((left, right) => Number(isOneValue(right)) - Number(isOneValue(left)))
        .map((attribute) => ofAttribute(attribute, known.types)),
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
      words && ofWords(words, surroundings),
      ...alternatives.map((members) => anyOf(members, surroundings)),
      // Mostly the most of all
      types &&
        selection(
          TYPE,
          types.map((type) => [dataset, type]),
        ),
    ].filter((set) => set !== undefined)
  }

  function anyOf(
    alternatives: readonly Candidates[],
    surroundings: Surroundings,
  ): IdSet | undefined {
    const members: (readonly IdSet[])[] = []
    for (const alternative of alternatives) {
      const own = setsOf(alternative, surroundings)
      if (own.length === 0) return undefined
      members.push(own)
    }
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

  return {
    stretches,
    field: (path, type) => fieldsByType(path)?.get(type),
    find(candidates) {
      return isUnknown(candidates) ? undefined : intersect(setsOf(candidates))
    },
    findFew(candidates, limit) {
      const sets = setsOf(candidates)
      const few = readFewOf(sets)
      if (few) return [...new Set(few)]
      return sets.some((set) => set.count(limit + 1) <= limit) ? intersect(sets) : undefined
    },
  }
}

function isOneValue({ranges}: AttributeConstraint): boolean {
  return ranges.length === 1 && ranges.every(isPoint)
}

/** What is known of the document where alternatives stand. */
interface Surroundings {
  readonly types?: readonly string[] | undefined
  readonly best?: number | undefined
}

/** Where more documents have the words, each is looked at: the index of texts tells nothing before it has told all. */
const MOST_WITH_WORDS = 30_000

function held(ids: readonly string[]): IdSet {
  return {
    readFew: () => (ids.length < FEW ? ids : undefined),
    count: (limit) => Math.min(limit, ids.length),
    read: () => ids,
  }
}

type Stretch = readonly [field: number, from: SortKey, to: SortKey]

type Values = readonly (string | number | Uint8Array)[]

const RANGE = 'SELECT id FROM path_values WHERE field = ? AND key >= ? AND key <= ?'
const TYPE = 'SELECT id FROM documents WHERE dataset = ? AND type = ?'
const WORDS = `SELECT id FROM text_index CROSS JOIN text_documents ON number = text_index.rowid
               WHERE text_index MATCH ? AND dataset = ?`
const BEST = `${WORDS} ORDER BY text_index.rowid DESC LIMIT ?`
const LAYERS = 'SELECT id FROM documents WHERE dataset = ? AND published_id = ?'
const REFERENCING = 'SELECT from_id AS id FROM document_references WHERE dataset = ? AND to_id = ?'

/** So few documents are looked at: no other set needs to be asked. */
const FEW = 16

/** All of the first set that has so few: who has one value is told by reading, not by counting and reading. */
function readFewOf(sets: readonly IdSet[]): readonly string[] | undefined {
  for (const set of sets) {
    const few = set.readFew()
    if (few) return few
  }
  return undefined
}

/** Reads the smallest set and those that are not much greater; the rest would cost more than it saves. */
function intersect(sets: readonly IdSet[]): readonly string[] | undefined {
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
