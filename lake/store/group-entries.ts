import {publishedIdOf} from './document-ids.ts'
import {definedRange, isShortened, sameKey, type SortKey} from './sort-key.ts'
import {type WalkedId, type WalkSizes, walkSizes} from './walk-options.ts'

/** A row of the index */
export interface Entry {
  readonly key: SortKey
  readonly id: string
}

/**
 * Tells which entries of the index have the same value. They come in the order of their keys, those of one key by id.
 *
 * @param options.layered - They go out by published id, for that is what a reader of layers sees
 * @param options.areNulls - Whether all that have no order are `null`: asked when the first of them comes
 */
export function* groupEntries(
  entries: Iterable<Entry>,
  {
    layered,
    areNulls,
    sizes = walkSizes,
  }: {readonly layered: boolean; readonly areNulls: () => boolean; readonly sizes?: WalkSizes},
): Iterable<WalkedId> {
  let group = 0
  let previous: SortKey | undefined
  for (const {alike, sorted} of layered ? byPublishedId(entries, sizes.ties) : oneByOne(entries)) {
    for (const {key, id} of alike) {
      if (previous && !sameKey(previous, key) && !(isOther(previous) && isOther(key))) group++
      previous = key
      const isOneValue = isOther(key) ? areNulls() : !isShortened(key)
      yield {id, key, group, sorted: sorted && isOneValue}
    }
  }
}

interface Alike {
  readonly alike: readonly Entry[]
  /** Those of their key come by id */
  readonly sorted: boolean
}

function* oneByOne(entries: Iterable<Entry>): Iterable<Alike> {
  for (const entry of entries) yield {alike: [entry], sorted: true}
}

/** What was imported at once has the same time: sorted here, nobody needs to read all of it to know which comes first. Too many are not held for that. */
function* byPublishedId(entries: Iterable<Entry>, most: number): Iterable<Alike> {
  let alike: Entry[] = []
  let sorted = true
  for (const entry of entries) {
    const [first] = alike
    const isNext = first !== undefined && !sameKey(first.key, entry.key)
    if (isNext || alike.length > most) {
      sorted &&= isNext
      yield {alike: sorted ? sortedByPublishedId(alike) : alike, sorted}
      alike = []
      sorted = isNext
    }
    alike.push(entry)
  }
  yield {alike: sorted ? sortedByPublishedId(alike) : alike, sorted}
}

function sortedByPublishedId(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((left, right) =>
    publishedIdOf(left.id) < publishedIdOf(right.id) ? -1 : 1,
  )
}

/** What has no order comes last, all alike. */
function isOther(key: SortKey): boolean {
  return Buffer.compare(key, definedRange.to) >= 0
}
