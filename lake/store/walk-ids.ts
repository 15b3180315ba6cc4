import type {Candidates, IndexOrder} from './document-source.ts'
import type {IdFinder} from './find-ids.ts'
import {groupEntries} from './group-entries.ts'
import {prepareOnce} from './prepare-once.ts'
import {everyKey, isPoint, type KeyRange, pinnedPrefix, sameKey, sortKey} from './sort-key.ts'
import {walkById} from './walk-by-id.ts'
import {readEntry, type Stretch, walkByKey} from './walk-by-key.ts'
import {beyondOrder, type WalkedId, type WalkOptions, walkSizes} from './walk-options.ts'

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
  const {finder, sizes = walkSizes} = options
  const [type, ...otherTypes] = candidates.types ?? []
  const field =
    type === undefined || otherTypes.length > 0 ? undefined : finder.field(order.path, type)
  if (type === undefined || field === undefined) return undefined
  const stretch = findPinned(candidates, order, type, finder) ?? {
    field,
    prefix: Uint8Array.of(),
    others: candidates,
  }
  const others = beyondOrder(stretch.others, order)
  const members = finder.findFew(others, sizes.members)
  if (members && members.length <= sizes.few) return sortFew(members, field, order, options)
  const walked = walkByKey(stretch, spanOf(candidates, order), order, options)
  return members ? only(new Set(members), walked) : walked
}

interface PinnedStretch extends Stretch {
  /** What is to be known beyond the value in common */
  readonly others: Candidates
}

/** The stretch of a value that all documents must have and whose index has this order. */
function findPinned(
  candidates: Candidates,
  order: IndexOrder,
  type: string,
  finder: IdFinder,
): PinnedStretch | undefined {
  for (const attribute of candidates.attributes ?? []) {
    const {path, ranges} = attribute
    const [range] = ranges
    if (!range || ranges.length > 1 || !isPoint(range)) continue
    const field = finder.field(`${path}, ${order.path}`, type)
    if (field === undefined) continue
    const {referencing, ...rest} = candidates
    const attributes = rest.attributes?.filter((other) => other !== attribute) ?? []
    // Who has the value at a path of references refers to it.
    const says = referencing?.length === 1 && sameKey(sortKey(referencing[0]), range.from)
    const others = {...rest, attributes, ...(referencing && !says && {referencing})}
    return {field, prefix: pinnedPrefix(range.from), others}
  }
  return undefined
}

function spanOf({attributes = []}: Candidates, order: IndexOrder): KeyRange {
  // A document whose one element is in a range may stand by another.
  if (order.path.includes('[]')) return everyKey
  const ranges = attributes.find(({path}) => path === order.path)?.ranges ?? []
  const [first, ...others] = ranges
  if (!first) return everyKey
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

function sortFew(
  ids: readonly string[],
  field: number,
  {descending}: IndexOrder,
  {connection, layered, sizes}: WalkOptions,
): Iterable<WalkedId> {
  const find = prepareOnce(connection, 'SELECT key, id FROM path_values WHERE id = ? AND field = ?')
  // No row: of another type, which no filter that led here lets pass.
  const entries = ids.flatMap((id) => find.all(id, field).map(readEntry))
  const sign = descending ? -1 : 1
  const sorted = entries.toSorted(
    (left, right) => sign * Buffer.compare(left.key, right.key) || (left.id < right.id ? -1 : 1),
  )
  return groupEntries(sorted, {
    layered,
    areNulls: () => false,
    ...(sizes && {sizes}),
  })
}
