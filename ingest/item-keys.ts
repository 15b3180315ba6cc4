import {type Fields, isFields, type Item} from './merge-content.ts'

/**
 * The items of a list, each with a key of its own: what a program wrote without one, or under a neighbour's, gets a free one.
 *
 * @returns `undefined` when something in it is no item, so that nothing can be told apart
 */
export function keyedItems(value: unknown): readonly Item[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  if (!list.every(isFields)) return undefined
  const used = new Set<string>()
  const first = list.map((item) => {
    const key = keyOf(item)
    if (key === undefined || used.has(key)) return undefined
    used.add(key)
    return {...item, _key: key}
  })
  return list.map((item, index) => first[index] ?? withFreeKey({...item, _key: 'k'}, used))
}

/** Whether the items of a list can be named by their keys: each has one that no other has and that a path can hold. */
export function isKeyedList(value: unknown): value is readonly Item[] {
  if (!Array.isArray(value)) return false
  const keys = value.map((item) => (isFields(item) ? keyOf(item) : undefined))
  return keys.every((key) => key !== undefined) && new Set(keys).size === keys.length
}

/** A key of new copy that the draft uses for something else gets a number behind it. */
export function withFreeKey(item: Item, used: Set<string>): Item {
  let key = item._key
  for (let number = 2; used.has(key); number += 1) key = `${item._key}-${number}`
  used.add(key)
  return key === item._key ? item : {...item, _key: key}
}

/** A quotation mark or a backslash would end the path that names the item. */
function keyOf({_key}: Fields): string | undefined {
  return typeof _key === 'string' && /^[^"\\]{1,200}$/u.test(_key) ? _key : undefined
}
