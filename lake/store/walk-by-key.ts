import type {IndexOrder} from './document-source.ts'
import {type Entry, groupEntries} from './group-entries.ts'
import {prepareOnce} from './prepare-once.ts'
import {type KeyRange, otherKey, prefixed, sameKey, type SortKey} from './sort-key.ts'
import {pageSizes, type WalkedId, type WalkOptions, walkSizes} from './walk-options.ts'

/** Where the index has an order: for all documents of a type, or for those that have one value in common. */
export interface Stretch {
  readonly field: number
  /** Before the keys of the order */
  readonly prefix: SortKey
}

/** Ids of a stretch of the index, in its order or the other way round, page by page. */
export function* walkByKey(
  {field, prefix}: Stretch,
  span: KeyRange,
  {descending}: IndexOrder,
  {connection, layered, count, sizes = walkSizes}: WalkOptions,
): Iterable<WalkedId> {
  const {from, to} = prefixed(prefix, span)
  let odd: boolean | undefined
  const areNulls = () => {
    const find = 'SELECT 1 FROM path_values WHERE field = ? AND key = ? LIMIT 1'
    odd ??=
      prepareOnce(connection, find).get(field, Buffer.concat([prefix, otherKey])) !== undefined
    return !odd
  }
  const entries = descending ? fallingEntries(from, to) : risingEntries(from, to)
  yield* groupEntries(withoutPrefix(entries, prefix.length), {layered, areNulls, sizes})

  function* risingEntries(start: SortKey, end: SortKey): Iterable<Entry> {
    const next = prepareOnce(
      connection,
      'SELECT key, id FROM path_values WHERE field = ? AND (key, id) > (?, ?) AND key <= ? ORDER BY key, id LIMIT ?',
    )
    let place: Entry = {key: start, id: ''}
    for (const size of pageSizes(count, sizes.page)) {
      const page = next.all(field, place.key, place.id, end, size).map(readEntry)
      yield* page
      const last = page.at(-1)
      if (!last || page.length < size) return
      place = last
    }
  }

  /** Keys fall, the ids of one key rise. */
  function* fallingEntries(start: SortKey, end: SortKey): Iterable<Entry> {
    const next = prepareOnce(
      connection,
      'SELECT key, id FROM path_values WHERE field = ? AND key <= ? AND key >= ? ORDER BY key DESC, id DESC LIMIT ?',
    )
    const below = prepareOnce(
      connection,
      'SELECT key, id FROM path_values WHERE field = ? AND key < ? AND key >= ? ORDER BY key DESC LIMIT 1',
    )
    let top: SortKey | undefined = end
    for (const size of pageSizes(count, sizes.page)) {
      if (!top) return
      const page: readonly Entry[] = next.all(field, top, start, size).map(readEntry)
      const last = page.at(-1)
      if (!last) return
      const full = page.length === size
      // The last key of a full page may go on behind it.
      const complete = full ? page.filter(({key}) => !sameKey(key, last.key)) : page
      yield* risingIds(complete)
      if (!full) return
      if (complete.length > 0) top = last.key
      else {
        yield* risingEntries(last.key, last.key)
        const lower = below.get(field, last.key, start)
        top = lower && readEntry(lower).key
      }
    }
  }
}

function* withoutPrefix(entries: Iterable<Entry>, length: number): Iterable<Entry> {
  for (const {key, id} of entries) yield {key: key.subarray(length), id}
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

export function readEntry(row: Readonly<Record<string, unknown>>): Entry {
  const {key, id} = row
  if (key instanceof Uint8Array && typeof id === 'string') return {key, id}
  throw new TypeError('Cannot read the index of paths: a row has no key')
}
