import {alignItems} from '../../ingest/merge-alignment.ts'
import {type Fields, isSame, type Item, itemsOf} from '../../ingest/merge-content.ts'
import {longestRise} from '../../ingest/merge-patch.ts'

/** One field, or one item of a list, in two versions of received copy. */
export interface WireChange {
  /** In the article: `headline`, `body[_key=="3f2a1b-b1"]` */
  readonly path: string
  /** `body` */
  readonly field: string
  /** An item that was moved may have changed as well */
  readonly kind: 'same' | 'changed' | 'inserted' | 'deleted' | 'moved'
  /** `undefined` where a version has not got it */
  readonly base: unknown
  readonly theirs: unknown
  /** From 1: where an item stands in the new version; one that was taken out, where it stood. `undefined` for what is no item */
  readonly place: number | undefined
}

/** Fields of an article that copy can fill, in the order of printing; true: a list. */
export const printedOrder: readonly (readonly [name: string, isList: boolean])[] = [
  ['embargo', false],
  ['slugline', false],
  ['headline', false],
  ['standfirst', false],
  ['keyPoints', true],
  ['bylines', true],
  ['dateline', false],
  ['body', true],
  ['wireCredits', true],
  ['authorNote', false],
  ['corrections', true],
  ['copyrightNotice', false],
]

/**
 * Compares two versions of a story field by field and paragraph by paragraph, what is the same too. What the new version does not repeat of an
 * embargo or of a correction is not taken away: that is how an import merges it.
 *
 * @param before - As `storyVersions` reads it, and so is `after`
 * @returns In the order of printing; an item that was taken out stands behind the one it stood behind
 */
export function compareVersions(before: Fields, after: Fields): readonly WireChange[] {
  return printedOrder.flatMap(([field, isList]) => {
    if (!isList) return compareWhole(field, before[field], after[field])
    const changes = compareLists(field, itemsOf(before[field]), itemsOf(after[field]))
    return field === 'corrections' ? changes.filter(({kind}) => kind !== 'deleted') : changes
  })
}

function compareWhole(field: string, base: unknown, theirs: unknown): readonly WireChange[] {
  if (base === undefined && theirs === undefined) return []
  const kind = isSame(base, theirs)
    ? 'same'
    : base === undefined
      ? 'inserted'
      : theirs === undefined
        ? 'deleted'
        : 'changed'
  return [{path: field, field, kind, base, theirs, place: undefined}]
}

function compareLists(
  field: string,
  before: readonly Item[],
  after: readonly Item[],
): readonly WireChange[] {
  const pairs = alignItems(before, after, {byKey: true})
  const staying = longestRise(after.map((_, index) => pairs.get(index)))
  const changes = after.map((theirs, index): WireChange => {
    const base = before[pairs.get(index) ?? -1]
    const kind =
      base === undefined
        ? 'inserted'
        : !staying.has(index)
          ? 'moved'
          : isSame(base, theirs)
            ? 'same'
            : 'changed'
    return {path: itemPath(field, base ?? theirs), field, kind, base, theirs, place: index + 1}
  })
  const kept = new Set(pairs.values())
  for (const [index, base] of before.entries()) {
    if (kept.has(index)) continue
    const change: WireChange = {
      path: itemPath(field, base),
      field,
      kind: 'deleted',
      base,
      theirs: undefined,
      place: index + 1,
    }
    changes.splice(placeBehind(before[index - 1], changes), 0, change)
  }
  return changes
}

/** Behind what became of an item; at the top where there was none before it. */
function placeBehind(item: Item | undefined, changes: readonly WireChange[]): number {
  return item === undefined ? 0 : changes.findIndex(({base}) => base === item) + 1
}

function itemPath(field: string, {_key}: Item): string {
  return `${field}[_key=="${_key}"]`
}
