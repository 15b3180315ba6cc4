import {type Fields, isFields, type Item, itemsOf} from '../../ingest/merge-content.ts'
import type {WireChange} from './compare-versions.ts'
import type {DeskChange, VersionPair} from './desk-changes.ts'
import {
  fieldPlace,
  isPlaced,
  keysOf,
  valueAt,
  withItems,
  withOrder,
  withValueAt,
} from './field-place.ts'

/** The article after a decision on changes: one side of them everywhere, and in the place that they have on that side. */
export function decidedArticle(
  article: Fields,
  changes: readonly DeskChange[],
  side: 'theirs' | 'ours',
  {before, after}: VersionPair,
): Fields {
  const orderIn = (field: string) => keysOf((side === 'theirs' ? after : before)[field])
  const homeless = new Map<string, Item[]>()
  const takeIn = (field: string, item: Item) =>
    homeless.set(field, [...(homeless.get(field) ?? []), item])
  let next = article
  for (const change of changes) {
    for (const conflict of change.conflicts) {
      // What an editor kept stands in the article, perhaps edited since
      if (side === 'ours' && conflict.state === 'open') continue
      const {key, property} = fieldPlace(conflict.field)
      const value = withOwnProperties(conflict[side], valueAt(next, conflict.field), change)
      const isItem = key !== undefined && property === undefined
      if (Array.isArray(value)) next = withOrder(next, conflict.field, keysOf(value))
      else if (isItem && isFields(value) && valueAt(next, change.path) === undefined) {
        takeIn(change.field, {...value, _key: key})
      } else next = withValueAt(next, conflict.field, value)
    }
  }
  const moved = changes.filter(({kind}) => kind === 'moved')
  if (moved.some(({path, field}) => !isPlaced(next, path, orderIn(field)))) {
    for (const {path, field} of moved) {
      const item = itemAt(next, path)
      if (item === undefined) continue
      takeIn(field, item)
      next = withValueAt(next, path, undefined)
    }
  }
  for (const [field, items] of homeless) next = withItems(next, field, items, orderIn(field))
  return next
}

/** What copy cannot fill of an item, as the paragraphs that bear out a key point, stays. */
function withOwnProperties(value: unknown, present: unknown, {base, theirs}: WireChange): unknown {
  if (!isFields(value) || !isFields(present)) return value
  const ofCopy = {...(isFields(base) && base), ...(isFields(theirs) && theirs)}
  const own = Object.entries(present).filter(([name]) => !(name in ofCopy))
  return {...Object.fromEntries(own), ...value}
}

function itemAt(article: Fields, path: string): Item | undefined {
  const {field, key} = fieldPlace(path)
  return itemsOf(article[field]).find(({_key}) => _key === key)
}
