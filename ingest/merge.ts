import {isKeyedList, keyedItems, withFreeKey} from './item-keys.ts'
import {alignItems} from './merge-alignment.ts'
import {type Fields, isFields, isSame, type Item, itemsOf} from './merge-content.ts'
import {type Conflict, conflictOf, mergeProperties, mergeWhole} from './merge-item.ts'
import {mergeList} from './merge-list.ts'

/** Fields of an article that copy can fill and that are one thing each. */
const WHOLE_FIELDS = [
  'headline',
  'standfirst',
  'dateline',
  'slugline',
  'authorNote',
  'copyrightNotice',
] as const

/** Lists that copy can fill, and how two changes of one item meet. */
const LISTS = [
  ['keyPoints', mergeProperties],
  ['bylines', mergeProperties],
  ['wireCredits', mergeWhole],
  ['body', mergeWhole],
] as const

/** Names of all that a merge can change in an article: what is one thing each, and the lists that are merged item by item. */
export const MERGED_FIELDS: readonly string[] = [...WHOLE_FIELDS, 'embargo']
export const MERGED_LISTS: readonly string[] = [...LISTS.map(([name]) => name), 'corrections']

/** Three versions of one article's fields. What is in none of them, or only in `ours`, is left alone. */
export interface ArticleVersions {
  /** As the last received text said it; its lists carry the draft's keys where `carryKeys` could tell */
  readonly base: Fields
  /** As the new text says it */
  readonly theirs: Fields
  /** As the article stands */
  readonly ours: Fields
}

export interface MergedArticle {
  /** `ours` with everything of `theirs` that meets no edit */
  readonly article: Fields
  readonly conflicts: readonly Conflict[]
  /** An editor has changed something that the copy had filled */
  readonly isEdited: boolean
}

/**
 * Merges a new version of received text into an article: what nobody edited takes the new text, what an editor touched stays as it is and
 * becomes a conflict where the text has changed too. Untouched means equal content, whatever the keys. An embargo is never lifted and a
 * correction never taken away by a new text.
 *
 * @example
 * mergeArticle({base: {headline: 'A'}, theirs: {headline: 'B'}, ours: {headline: 'A'}}).article // {headline: 'B'}
 */
export function mergeArticle(versions: ArticleVersions): MergedArticle {
  const {base, theirs, ours} = versions
  const article: Record<string, unknown> = {...ours}
  const conflicts: Conflict[] = []
  const put = (name: string, value: unknown) => {
    if (value === undefined) delete article[name]
    else article[name] = value
  }
  for (const name of WHOLE_FIELDS) {
    if (isSame(base[name], theirs[name]) || isSame(ours[name], theirs[name])) continue
    if (isSame(base[name], ours[name])) put(name, theirs[name])
    else conflicts.push(conflictOf(name, base[name], theirs[name], ours[name]))
  }
  for (const [name, mergeItem] of LISTS) {
    const [before, incoming] = [itemsOf(base[name]), itemsOf(theirs[name])]
    if (isSame(before, incoming)) continue
    const present = keyedItems(ours[name])
    if (present === undefined) {
      conflicts.push(conflictOf(name, base[name], theirs[name], ours[name]))
      continue
    }
    const lists = {base: before, theirs: incoming, ours: present}
    const merged = mergeList(name, lists, mergeItem)
    conflicts.push(...merged.conflicts)
    // a conflict names its item by its key, so every item has to have one
    const hasKeys = ours[name] === undefined || isKeyedList(ours[name])
    if (!hasKeys || !isSame(merged.items, present)) {
      put(name, merged.items.length === 0 ? undefined : merged.items)
    }
  }
  conflicts.push(...mergeEmbargo(versions, put))
  const corrections = correctionsAfter(versions)
  if (corrections.length > 0) put('corrections', corrections)
  return {article, conflicts, isEdited: isEdited(versions)}
}

/**
 * Gives the lists of a parsed text the keys that the text before it had for the same items, as a merge leaves them in the draft. Folded over
 * the versions of a story, oldest first, it makes a base whose paragraphs are found in the draft however much an editor changed them.
 */
export function carryKeys(before: Fields, after: Fields): Fields {
  const lists = LISTS.flatMap(([name]) => {
    const [olds, news] = [itemsOf(before[name]), itemsOf(after[name])]
    if (news.length === 0) return []
    const pairs = alignItems(olds, news, {byKey: false})
    // another reading of the same text makes the same keys
    const used = new Set(olds.map(({_key}) => _key))
    const items = news.map((item, index) => withKeyOf(olds[pairs.get(index) ?? -1], item, used))
    return [[name, items]]
  })
  return {...after, ...Object.fromEntries(lists)}
}

function withKeyOf(before: Item | undefined, item: Item, used: Set<string>): Item {
  return before === undefined ? withFreeKey(item, used) : {...item, _key: before._key}
}

function mergeEmbargo(
  {base, theirs, ours}: ArticleVersions,
  put: (name: string, value: unknown) => void,
): readonly Conflict[] {
  const [before, incoming, present] = [base['embargo'], theirs['embargo'], ours['embargo']]
  if (isSame(before, incoming) || isSame(present, incoming)) return []
  if (incoming !== undefined && isSame(before, present)) {
    put('embargo', incoming)
    return []
  }
  return [conflictOf('embargo', before, incoming, present)]
}

/** The corrections that there are, with those that the new text brings behind them; none when it brings none. */
function correctionsAfter({base, theirs, ours}: ArticleVersions): readonly unknown[] {
  const present: readonly unknown[] = Array.isArray(ours['corrections']) ? ours['corrections'] : []
  const known = new Set(
    [...itemsOf(base['corrections']), ...present.filter(isFields)].map(({text}) => text),
  )
  const keys = new Set(itemsOf(present).map(({_key}) => _key))
  const added = itemsOf(theirs['corrections'])
    .filter(({text}) => !known.has(text))
    .map((item) => withFreeKey(item, keys))
  return added.length === 0 ? [] : [...present, ...added]
}

function isEdited({base, ours}: ArticleVersions): boolean {
  return (
    [...WHOLE_FIELDS, 'embargo'].some((name) => !isSame(base[name], ours[name])) ||
    LISTS.some(([name]) => !isSame(base[name] ?? [], ours[name] ?? []))
  )
}
