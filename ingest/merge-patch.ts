import {isKeyedList} from './item-keys.ts'
import type {Fields, Item} from './merge-content.ts'

/** One patch as the Content Lake takes it, without its document's id. */
export interface Patch {
  readonly set?: Fields
  readonly unset?: readonly string[]
  readonly insert?:
    | {readonly after: string; readonly items: readonly Item[]}
    | {readonly before: string; readonly items: readonly Item[]}
}

/**
 * The smallest patches, to be applied in order, that make one version of a document from another: items of lists are set, taken out and
 * put in by their keys, and an item that moves is taken out and put in again under its own key.
 *
 * @returns `[]` when there is nothing to change
 */
export function patchBetween(before: Fields, after: Fields): readonly Patch[] {
  const set: Record<string, unknown> = {}
  const unset: string[] = []
  const inserts: Patch[] = []
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, value] = [before[name], after[name]]
    if (old === value || JSON.stringify(old) === JSON.stringify(value)) continue
    if (value === undefined) unset.push(name)
    else if (isKeyedList(old) && isKeyedList(value)) {
      patchList(name, old, value, {set, unset, inserts})
    } else set[name] = value
  }
  const first: Patch = {
    ...(Object.keys(set).length > 0 && {set}),
    ...(unset.length > 0 && {unset}),
  }
  return [...(Object.keys(first).length > 0 ? [first] : []), ...inserts]
}

function patchList(
  name: string,
  before: readonly Item[],
  after: readonly Item[],
  patch: {
    readonly set: Record<string, unknown>
    readonly unset: string[]
    readonly inserts: Patch[]
  },
): void {
  const olds = new Map(before.map((item, index) => [item._key, {item, index}]))
  const staying = longestRise(after.map(({_key}) => olds.get(_key)?.index))
  if (staying.size === 0) {
    patch.set[name] = after
    return
  }
  const stayingKeys = new Set([...staying].map((index) => after[index]?._key))
  for (const {_key} of before) {
    if (!stayingKeys.has(_key)) patch.unset.push(pathOf(name, _key))
  }
  let anchor: string | undefined
  let run: Item[] = []
  const insertRun = () => {
    if (run.length > 0) {
      const items = run
      patch.inserts.push({
        insert:
          anchor === undefined
            ? {before: `${name}[0]`, items}
            : {after: pathOf(name, anchor), items},
      })
    }
    run = []
  }
  for (const [index, item] of after.entries()) {
    if (!staying.has(index)) {
      run.push(item)
      continue
    }
    insertRun()
    anchor = item._key
    setChanged(pathOf(name, item._key), olds.get(item._key)?.item ?? item, item, patch)
  }
  insertRun()
}

function setChanged(
  path: string,
  before: Item,
  after: Item,
  {set, unset}: {readonly set: Record<string, unknown>; readonly unset: string[]},
): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (before[name] !== undefined && after[name] === undefined) unset.push(`${path}.${name}`)
    else if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) {
      set[`${path}.${name}`] = after[name]
    }
  }
}

function pathOf(name: string, key: string): string {
  return `${name}[_key=="${key}"]`
}

/** Positions of the longest rising run of numbers; what is `undefined` is in none. */
export function longestRise(numbers: readonly (number | undefined)[]): ReadonlySet<number> {
  const lengths: number[] = []
  const previous: (number | undefined)[] = []
  let best: number | undefined
  for (const [index, number] of numbers.entries()) {
    lengths.push(0)
    previous.push(undefined)
    if (number === undefined) continue
    for (let earlier = 0; earlier < index; earlier += 1) {
      const value = numbers[earlier]
      const length = lengths[earlier] ?? 0
      if (value !== undefined && value < number && length > (lengths[index] ?? 0)) {
        lengths[index] = length
        previous[index] = earlier
      }
    }
    lengths[index] = (lengths[index] ?? 0) + 1
    if (best === undefined || (lengths[index] ?? 0) > (lengths[best] ?? 0)) best = index
  }
  const rise = new Set<number>()
  for (let index = best; index !== undefined; index = previous[index]) rise.add(index)
  return rise
}
