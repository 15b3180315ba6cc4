import {withFreeKey} from './item-keys.ts'
import {alignItems} from './merge-alignment.ts'
import {contentOf, isSame, type Item} from './merge-content.ts'
import type {Conflict, MergedItem} from './merge-item.ts'

/** Three versions of one list: before, in the new copy, as the editor left it. */
export interface ListVersions {
  readonly base: readonly Item[]
  readonly theirs: readonly Item[]
  readonly ours: readonly Item[]
}

export interface MergedList {
  readonly items: readonly Item[]
  readonly conflicts: readonly Conflict[]
}

type MergeItem = (path: string, base: Item, theirs: Item, ours: Item) => MergedItem

/** One element of the lists, wherever it stands in each. */
interface Element {
  readonly base?: Item
  readonly theirs?: Item
  readonly ours?: Item
  readonly baseIndex?: number
}

/**
 * Merges a list item by item: an item that nobody edited follows the new copy, its moves and its removal too; one that an editor
 * changed, moved, added or took out stays so, and what the copy did to it meanwhile is a conflict. An item that stays keeps the draft's key.
 *
 * @param field - Name of the list, for the paths of conflicts: `body` gives `body[_key=="…"]`
 */
export function mergeList(field: string, versions: ListVersions, mergeItem: MergeItem): MergedList {
  const {theirs, ours} = elementsOf(versions)
  const conflicts: Conflict[] = []
  const survivors = new Map<Element, Item>()
  for (const element of inOrderOfBase(new Set([...ours, ...theirs]))) {
    const outcome = mergeElement(field, element, mergeItem)
    conflicts.push(...outcome.conflicts)
    if (outcome.item !== undefined) survivors.set(element, outcome.item)
  }
  const used = new Set(versions.ours.map(({_key}) => _key))
  for (const [element, item] of survivors) {
    if (element.ours === undefined) survivors.set(element, withFreeKey(item, used))
  }
  const inTheirs = theirs.filter((element) => survivors.has(element))
  const inOurs = ours.filter((element) => survivors.has(element))
  const itemsIn = (order: readonly Element[]) =>
    order.flatMap((element) => survivors.get(element) ?? [])
  const oursMoved = isMoved(inOurs)
  const items = itemsIn(
    oursMoved ? interleave(inOurs, inTheirs, 'theirs') : interleave(inTheirs, inOurs, 'ours'),
  )
  if (oursMoved && isMoved(inTheirs) && !isOrderShared(inOurs, inTheirs)) {
    const inTheirOrder = itemsIn(interleave(inTheirs, inOurs, 'ours'))
    conflicts.push({field, base: versions.base, theirs: inTheirOrder, ours: items})
  }
  return {items, conflicts}
}

/** Conflicts stand in the order of the text that both sides knew: the same again when the same copy is merged again. */
function inOrderOfBase(elements: ReadonlySet<Element>): readonly Element[] {
  const place = ({baseIndex = Number.MAX_SAFE_INTEGER}: Element) => baseIndex
  return [...elements].toSorted((one, other) => place(one) - place(other))
}

function elementsOf({base, theirs, ours}: ListVersions): {
  readonly theirs: readonly Element[]
  readonly ours: readonly Element[]
} {
  const baseOfOurs = alignItems(base, ours, {byKey: true})
  const oursOfBase = new Map([...baseOfOurs].map(([index, baseIndex]) => [baseIndex, index]))
  const edited = base.map((item, index) => ours[oursOfBase.get(index) ?? -1] ?? item)
  const baseOfTheirs = alignItems(base, theirs, {byKey: false, edited})
  const elements = new Map<number, Element>()
  const added = new Map<string, number[]>()
  for (const [index, item] of ours.entries()) {
    if (baseOfOurs.has(index)) continue
    const content = contentOf(item)
    added.set(content, [...(added.get(content) ?? []), index])
  }
  const inTheirs = theirs.map((item, index): Element => {
    const baseIndex = baseOfTheirs.get(index)
    const before = baseIndex === undefined ? undefined : base[baseIndex]
    const oursIndex =
      baseIndex === undefined ? added.get(contentOf(item))?.shift() : oursOfBase.get(baseIndex)
    const mine = oursIndex === undefined ? undefined : ours[oursIndex]
    const element: Element = {
      theirs: item,
      ...(before !== undefined && {base: before}),
      ...(baseIndex !== undefined && {baseIndex}),
      ...(mine !== undefined && {ours: mine}),
    }
    if (oursIndex !== undefined) elements.set(oursIndex, element)
    return element
  })
  const inOurs = ours.map((item, index): Element => {
    const baseIndex = baseOfOurs.get(index)
    const before = baseIndex === undefined ? undefined : base[baseIndex]
    return (
      elements.get(index) ?? {
        ours: item,
        ...(before !== undefined && {base: before}),
        ...(baseIndex !== undefined && {baseIndex}),
      }
    )
  })
  return {theirs: inTheirs, ours: inOurs}
}

function mergeElement(
  field: string,
  {base, theirs, ours}: Element,
  mergeItem: MergeItem,
): {readonly item?: Item; readonly conflicts: readonly Conflict[]} {
  const path = `${field}[_key=="${(ours ?? base ?? theirs)?._key ?? ''}"]`
  if (ours !== undefined && theirs !== undefined) {
    return base === undefined ? {item: ours, conflicts: []} : mergeItem(path, base, theirs, ours)
  }
  if (ours !== undefined) {
    if (base === undefined) return {item: ours, conflicts: []}
    if (isSame(base, ours)) return {conflicts: []}
    return {item: ours, conflicts: [{field: path, base: {...base, _key: ours._key}, ours}]}
  }
  if (theirs === undefined) return {conflicts: []}
  if (base === undefined) return {item: theirs, conflicts: []}
  if (isSame(base, theirs)) return {conflicts: []}
  return {conflicts: [{field: path, base, theirs: {...theirs, _key: base._key}}]}
}

/** What both had before stands in another order now. */
function isMoved(elements: readonly Element[]): boolean {
  const indexes = elements.flatMap(({baseIndex}) => baseIndex ?? [])
  return indexes.some((index, position) => index < (indexes[position - 1] ?? -1))
}

function isOrderShared(ours: readonly Element[], theirs: readonly Element[]): boolean {
  const [mine, yours] = [new Set(ours), new Set(theirs)]
  const shared = theirs.filter((element) => mine.has(element))
  return ours
    .filter((element) => yours.has(element))
    .every((element, index) => element === shared[index])
}

/**
 * The first list, with what only the second has put behind what it stands behind there. Where both add something at one place,
 * the editor's comes first.
 */
function interleave(
  skeleton: readonly Element[],
  others: readonly Element[],
  whose: 'ours' | 'theirs',
): readonly Element[] {
  const placed = new Set(skeleton)
  const shared = new Set(others.filter((element) => placed.has(element)))
  const followers = new Map<Element | undefined, Element[]>()
  let anchor: Element | undefined
  for (const element of others) {
    if (shared.has(element)) anchor = element
    else followers.set(anchor, [...(followers.get(anchor) ?? []), element])
  }
  const order: Element[] = []
  let waiting = followers.get(undefined) ?? []
  const flush = () => {
    order.push(...waiting)
    waiting = []
  }
  for (const element of skeleton) {
    if (whose === 'ours' || shared.has(element)) flush()
    order.push(element)
    if (shared.has(element)) waiting = followers.get(element) ?? []
  }
  flush()
  return order
}
