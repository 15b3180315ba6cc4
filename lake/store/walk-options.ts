import type {DatabaseSync} from 'node:sqlite'

import type {Candidates, IndexOrder} from './document-source.ts'
import type {IdFinder} from './find-ids.ts'
import {definedRange, type SortKey} from './sort-key.ts'

export interface WalkedId {
  readonly id: string
  /** Of the value that the row stands by; absent where that is the id */
  readonly key?: SortKey
  /** Grows with each new key */
  readonly group: number
  /** Whether all of the group have the same value and come sorted by id */
  readonly sorted: boolean
}

export interface WalkOptions {
  readonly connection: DatabaseSync
  readonly dataset: string
  readonly finder: IdFinder
  /** Walking by `_id` gives published ids */
  readonly layered: boolean
  /** How many are likely to be asked for */
  readonly count: number
  readonly sizes?: WalkSizes
}

/** Where one way of reading becomes cheaper than another. */
export interface WalkSizes {
  /** Most rows read at once */
  readonly page: number
  /** So few are looked up one by one and sorted; more are met on the way through the index */
  readonly few: number
  /** So many ids are held to tell on the way what can match; if more can, each is looked at */
  readonly members: number
  /** So many entries of one key are sorted by published id; more are left as they come */
  readonly ties: number
}

export const walkSizes: WalkSizes = {page: 256, few: 2000, members: 30_000, ties: 20_000}

/** Room for those that are asked for and the one that shows that they are all; each further page is twice as long. */
export function* pageSizes(count: number, most: number): Iterable<number> {
  for (let size = count + 2; ; size *= 2) yield Math.min(size, most)
}

/** What is known but for what the walk itself sees to: the type, and the place in the order. */
export function beyondOrder(candidates: Candidates, order: IndexOrder): Candidates {
  const {types: _, attributes, ...others} = candidates
  // Who stands in the order of elements has a list.
  const [list] = order.path.split('[]')
  const rest =
    attributes?.filter(
      ({path, ranges}) =>
        path !== order.path && !(path === list && ranges.every((range) => range === definedRange)),
    ) ?? []
  return rest.length === 0 ? others : {...others, attributes: rest}
}
