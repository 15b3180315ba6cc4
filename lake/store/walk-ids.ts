import type {DatabaseSync} from 'node:sqlite'

import {publishedIdOf} from './document-ids.ts'
import type {Candidates, IndexOrder} from './document-source.ts'
import type {IdFinder} from './find-ids.ts'
import {definedRange, isShortened, type KeyRange, otherKey, type SortKey} from './sort-key.ts'

export interface WalkedId {
  readonly id: string
  /** Grows with each new key */
  readonly group: number
  /** Whether all of the group have the same value and come sorted by id */
  readonly sorted: boolean
}

export interface WalkOptions {
  readonly connection: DatabaseSync
  readonly dataset: string
  readonly finder: IdFinder
  /** Walking by `_id` gives published ids */
  readonly layered: boolean
  readonly sizes?: WalkSizes
}

/** Where one way of reading becomes cheaper than another. */
export interface WalkSizes {
  /** Rows read at once */
  readonly page: number
  /** So few are looked up one by one and sorted; more are met on the way through the index */
  readonly few: number
  /** So many ids are held to tell on the way what can match; if more can, each is looked at */
  readonly members: number
}

const SIZES: WalkSizes = {page: 256, few: 2000, members: 30_000}

/**
 * Ids of the rows that can match, in the order of an attribute, page by page.
 *
 * @returns `undefined` when no index has the order for what the candidates say of types
 */
export function walkIds(
  candidates: Candidates,
  order: IndexOrder,
  options: WalkOptions,
): Iterable<WalkedId> | undefined {
  if (order.path === '_id') return walkById(candidates, order, options)
  const {finder, sizes = SIZES} = options
  const {types, attributes = []} = candidates
  const fields = types?.length === 1 ? finder.fields(order.path, types) : undefined
  const [field] = fields ?? []
  if (field === undefined) return undefined
  const few = finder.findFew(candidates, sizes.few)
  if (few) return sortFew(few, field, order, options)
  const members = finder.findFew(candidates, sizes.members)
  const ranges = attributes.find(({path}) => path === order.path)?.ranges ?? []
  const walked = walkByKey(field, spanOf(ranges), order, options)
  return members ? only(new Set(members), walked) : walked
}

function spanOf(ranges: readonly KeyRange[]): KeyRange {
  const bytes = {from: Uint8Array.of(0), to: Uint8Array.of(0xff)}
  const [first, ...others] = ranges
  if (!first) return bytes
  return others.reduce(
    (span, {from, to}) => ({
      from: Buffer.compare(from, span.from) < 0 ? from : span.from,
      to: Buffer.compare(to, span.to) > 0 ? to : span.to,
    }),
    first,
  )
}

function* only(members: ReadonlySet<string>, walked: Iterable<WalkedId>): Iterable<WalkedId> {
  for (const item of walked) if (members.has(item.id)) yield item
}

interface Entry {
  readonly key: SortKey
  readonly id: string
}

function sortFew(
  ids: readonly string[],
  field: number,
  {descending}: IndexOrder,
  {connection, layered}: WalkOptions,
): Iterable<WalkedId> {
  const find = connection.prepare('SELECT key FROM path_values WHERE id = ? AND field = ?')
  const entries = ids.flatMap((id): readonly Entry[] => {
    // No row: of another type, which no filter that led here lets pass.
    const key = find.get(id, field)?.['key']
    return key instanceof Uint8Array ? [{key, id}] : []
  })
  const sign = descending ? -1 : 1
  const sorted = entries.toSorted(
    (left, right) => sign * Buffer.compare(left.key, right.key) || (left.id < right.id ? -1 : 1),
  )
  return grouped(sorted, !layered && !sorted.some(({key}) => isOther(key)))
}

function* walkByKey(
  field: number,
  {from, to}: KeyRange,
  {descending}: IndexOrder,
  {connection, layered, sizes = SIZES}: WalkOptions,
): Iterable<WalkedId> {
  const odd = connection.prepare('SELECT 1 FROM path_values WHERE field = ? AND key = ? LIMIT 1')
  const sortable = !layered && !odd.get(field, otherKey)
  const entries = descending ? fallingEntries(field, from, to) : risingEntries(field, from, to)
  yield* grouped(entries, sortable)

  function* risingEntries(of: number, start: SortKey, end: SortKey): Iterable<Entry> {
    const next = connection.prepare(
      `SELECT key, id FROM path_values WHERE field = ? AND (key, id) > (?, ?) AND key <= ? ORDER BY key, id LIMIT ${sizes.page}`,
    )
    let place: Entry = {key: start, id: ''}
    for (;;) {
      const page = next.all(of, place.key, place.id, end).map(readEntry)
      yield* page
      const last = page.at(-1)
      if (!last || page.length < sizes.page) return
      place = last
    }
  }

  /** Keys fall, the ids of one key rise. */
  function* fallingEntries(of: number, start: SortKey, end: SortKey): Iterable<Entry> {
    const next = connection.prepare(
      `SELECT key, id FROM path_values WHERE field = ? AND key <= ? AND key >= ? ORDER BY key DESC, id DESC LIMIT ${sizes.page}`,
    )
    const below = connection.prepare(
      'SELECT key, id FROM path_values WHERE field = ? AND key < ? AND key >= ? ORDER BY key DESC LIMIT 1',
    )
    let top: SortKey | undefined = end
    while (top) {
      const page: readonly Entry[] = next.all(of, top, start).map(readEntry)
      const last = page.at(-1)
      if (!last) return
      const full = page.length === sizes.page
      // The last key of a full page may go on behind it.
      const complete = full ? page.filter(({key}) => !sameKey(key, last.key)) : page
      yield* risingIds(complete)
      if (!full) return
      if (complete.length > 0) top = last.key
      else {
        yield* risingEntries(of, last.key, last.key)
        const lower = below.get(of, last.key, start)
        top = lower && readEntry(lower).key
      }
    }
  }
}

/** Turns the ids of each key around: they came falling. */
function* risingIds(entries: readonly Entry[]): Iterable<Entry> {
  let group: Entry[] = []
  for (const entry of entries) {
    const [first] = group
    if (first && !sameKey(first.key, entry.key)) {
      yield* group
      group = []
    }
    group.unshift(entry)
  }
  yield* group
}

function readEntry(row: Readonly<Record<string, unknown>>): Entry {
  const {key, id} = row
  if (key instanceof Uint8Array && typeof id === 'string') return {key, id}
  throw new TypeError('Cannot read the index of paths: a row has no key')
}

function* grouped(entries: Iterable<Entry>, sortable: boolean): Iterable<WalkedId> {
  let group = 0
  let previous: SortKey | undefined
  for (const {key, id} of entries) {
    if (previous && !sameKey(previous, key) && !(isOther(previous) && isOther(key))) group++
    previous = key
    yield {id, group, sorted: sortable && !isShortened(key)}
  }
}

function sameKey(left: SortKey, right: SortKey): boolean {
  return Buffer.compare(left, right) === 0
}

/** What has no order comes last, all alike. */
function isOther(key: SortKey): boolean {
  return Buffer.compare(key, definedRange.to) >= 0
}

function* walkById(
  candidates: Candidates,
  {descending}: IndexOrder,
  {connection, dataset, finder, layered, sizes = SIZES}: WalkOptions,
): Iterable<WalkedId> {
  const {types, attributes = []} = candidates
  const few = finder.findFew(candidates, sizes.few)
  if (few) {
    const sorted = layered ? [...new Set(few.map(publishedIdOf))].toSorted() : few.toSorted()
    for (const [group, id] of (descending ? sorted.toReversed() : sorted).entries()) {
      yield {id, group, sorted: true}
    }
    return
  }
  const column = layered ? 'published_id' : 'id'
  const type = types?.length === 1 ? types : []
  const conditions = type.length === 1 ? 'AND type = ?' : ''
  const sql = (operator: string) =>
    connection.prepare(
      `SELECT DISTINCT ${column} AS id FROM documents
       WHERE dataset = ? ${conditions} AND ${column} ${operator} ? ORDER BY ${column} ${descending ? 'DESC' : ''} LIMIT ${sizes.page}`,
    )
  const next = sql(descending ? '<' : '>')
  let group = 0
  const lowest = attributes.find(({path}) => path === '_id')?.ranges[0]?.from
  let page = descending
    ? next.all(dataset, ...type, '\u007f')
    : sql('>=').all(dataset, ...type, lowest ? readLowest(lowest) : '')
  for (;;) {
    const ids = page.map((row) => String(row['id']))
    for (const id of ids) yield {id, group: group++, sorted: true}
    const last = ids.at(-1)
    if (last === undefined || ids.length < sizes.page) return
    page = next.all(dataset, ...type, last)
  }
}

/** The id in a key; ids are ASCII, so that cutting the rest off only starts earlier. */
function readLowest(key: SortKey): string {
  return /^[\w.-]*/u.exec(new TextDecoder().decode(key.subarray(1)))?.[0] ?? ''
}
