import {studioPath} from '@sanity/client/csm'

import {type Fields, isFields, type Item, itemsOf} from '../../ingest/merge-content.ts'

/** Where a value stands in an article. */
interface FieldPlace {
  readonly field: string
  readonly key?: string
  readonly property?: string
}

// `headline`, `body[_key=="3f2a1b-b1"]`, `keyPoints[_key=="3f2a1b-k2"].text`
const PATH =
  /^(?<field>[A-Za-z]{1,40})(?:\[_key=="(?<key>[^"]{1,200})"\](?:\.(?<property>[A-Za-z]{1,40}))?)?$/u

export function fieldPlace(path: string): FieldPlace {
  const {field = path, key, property} = PATH.exec(path)?.groups ?? {}
  return {
    field,
    ...(key !== undefined && {key}),
    ...(property !== undefined && {property}),
  }
}

/** The keys of a list's items, in order. */
export function keysOf(list: unknown): readonly string[] {
  return itemsOf(list).map(({_key}) => _key)
}

/** The value at a path of an article, or `undefined`. */
export function valueAt(article: Fields, path: string): unknown {
  return studioPath.get(article, path)
}

/**
 * An article with another value at a path; as it is where the item of the path is not there.
 *
 * @param value - `undefined` takes it out
 */
export function withValueAt(article: Fields, path: string, value: unknown): Fields {
  const {field, key, property} = fieldPlace(path)
  if (key === undefined) return withField(article, field, value)
  const list = itemsOf(article[field])
  const at = list.findIndex(({_key}) => _key === key)
  const item = list[at]
  if (item === undefined) return article
  const put = property === undefined ? value : withField(item, property, value)
  return withList(
    article,
    field,
    isFields(put) ? list.with(at, {...put, _key: key}) : list.toSpliced(at, 1),
  )
}

/**
 * An article with further items in a list, each behind the one that stands before it.
 *
 * @param order - Keys of the list as its items shall follow one another
 */
export function withItems(
  article: Fields,
  field: string,
  items: readonly Item[],
  order: readonly string[],
): Fields {
  const list = [...itemsOf(article[field])]
  const inOrder = items.toSorted(
    (one, other) => order.indexOf(one._key) - order.indexOf(other._key),
  )
  for (const item of inOrder) {
    const keys = keysOf(list)
    const [before] = neighboursOf(item._key, keys, order)
    list.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, item)
  }
  return withList(article, field, list)
}

/** Whether an item stands between the neighbours that it has in an order. */
export function isPlaced(article: Fields, path: string, order: readonly string[]): boolean {
  const {field, key = ''} = fieldPlace(path)
  const keys = keysOf(article[field])
  const [before, after] = neighboursOf(key, keys, order)
  const at = keys.indexOf(key)
  return (
    (before === undefined || keys.indexOf(before) < at) &&
    (after === undefined || at < keys.indexOf(after))
  )
}

/** An article with the items of a list in another order; one that the order does not name stays behind its neighbour. */
export function withOrder(article: Fields, field: string, order: readonly string[]): Fields {
  let rank = -1
  const ranked = itemsOf(article[field]).map((item) => {
    const at = order.indexOf(item._key)
    rank = at === -1 ? rank : at
    return {item, rank}
  })
  const items = ranked.toSorted((one, other) => one.rank - other.rank).map(({item}) => item)
  return withList(article, field, items)
}

/** Of the keys that a list has, those nearest to an item in the order wished for. */
function neighboursOf(
  key: string,
  keys: readonly string[],
  order: readonly string[],
): readonly [before: string | undefined, after: string | undefined] {
  const at = order.indexOf(key)
  if (at === -1) return [keys.at(-1), undefined]
  const present = new Set(keys)
  return [
    order.slice(0, at).findLast((other) => present.has(other)),
    order.slice(at + 1).find((other) => present.has(other)),
  ]
}

/** An empty list is no field. */
function withList(article: Fields, field: string, list: readonly Item[]): Fields {
  return withField(article, field, list.length === 0 ? undefined : list)
}

function withField(fields: Fields, name: string, value: unknown): Fields {
  const {[name]: _before, ...others} = fields
  return value === undefined ? others : {...others, [name]: value}
}
