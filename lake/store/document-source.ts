import type {LakeDocument} from './lake-document.ts'
import type {KeyRange, SortKey} from './sort-key.ts'

/**
 * Where queries get documents from: the raw rows, a perspective over them, or the rows with a running transaction's changes on top.
 */
export interface DocumentSource {
  get(id: string): LakeDocument | undefined
  /** Every document that can match, sorted by `_id` (UTF-16 units); it may yield more, never fewer. */
  scan(candidates: Candidates): Iterable<LakeDocument>
  /**
   * The same documents in the order of one attribute, as far as they are asked for.
   *
   * @param count - How many are likely to be: so many are read at once
   * @returns `undefined` when no index has that order: `scan` then
   */
  walk?(
    candidates: Candidates,
    order: IndexOrder,
    count: number,
  ): Iterable<WalkedDocument> | undefined
  /** How many documents there are, where that can be told without reading them */
  count?(countable: Countable): number | undefined
  /** How rare a word is among all documents, as `readPatterns` writes it: 0 when it is everywhere, about 10 when it stands in one of 20,000. Absent for readers who may not know */
  rarityOf?: (pattern: string) => number
}

/** The order of an attribute's values as groq-js sorts them. */
export interface IndexOrder {
  /** `_id`, or a path of the index; with `[]` a document has a place for each of its elements, and none without any */
  readonly path: string
  readonly descending: boolean
}

export interface WalkedDocument {
  /** `undefined` for a place where nothing shows; it is handed out all the same, so that reading can pause and end */
  readonly document: LakeDocument | undefined
  /** Of the value that the document stands by here; absent where that is the `_id` */
  readonly key?: SortKey
  /** Grows with each new value of the attribute (or beginning of a long string) */
  readonly group: number
  /** Whether the documents of this group all have the same value and come sorted by `_id` */
  readonly sorted: boolean
}

/**
 * What is known of the documents that can match: all given constraints hold at once, `{}` knows nothing.
 * Only exact knowledge belongs here: a wrong constraint loses answers.
 */
export interface Candidates {
  /** `_id` is one of these */
  readonly ids?: readonly string[]
  /** It is one of these published documents, or a draft or version of it */
  readonly publishedIds?: readonly string[]
  /** `_type` is one of these */
  readonly types?: readonly string[]
  /** Holds a reference to one of these, weak or strong */
  readonly referencing?: readonly string[]
  /** All of these hold, where the path has an index; elsewhere they say nothing */
  readonly attributes?: readonly AttributeConstraint[]
  /** Some text of the document has a word for each of these patterns (`readPatterns`) */
  readonly words?: readonly string[]
  /** Where `words` alone tell, this many documents are enough: those that have them at their head (`HEAD`), and where these are too few, as many of the others; of both those that were indexed last */
  readonly best?: number
  /** Of each list at least one member holds */
  readonly alternatives?: readonly (readonly Candidates[])[]
}

/** The value at a path is in one of the ranges; with `[]` in the path, that of any element. */
export interface AttributeConstraint {
  readonly path: string
  readonly ranges: readonly KeyRange[]
}

/** What an index can count: the documents of these types, and of them those with one value at a path. */
export interface Countable {
  readonly types: readonly string[]
  readonly attribute?: AttributeConstraint
}

/** Both constraints hold. */
export function both(left: Candidates, right: Candidates): Candidates {
  const ids = intersection(left.ids, right.ids)
  const publishedIds = intersection(left.publishedIds, right.publishedIds)
  const types = intersection(left.types, right.types)
  // A document may reference one of each list: only one list can be kept.
  const referencing = left.referencing ?? right.referencing
  const attributes = joined(left.attributes, right.attributes)
  const words = joined(left.words, right.words)
  const alternatives = joined(left.alternatives, right.alternatives)
  const best = left.best ?? right.best
  return {
    ...(ids && {ids}),
    ...(publishedIds && {publishedIds}),
    ...(types && {types}),
    ...(referencing && {referencing}),
    ...(attributes && {attributes}),
    ...(words && {words}),
    ...(best !== undefined && {best}),
    ...(alternatives && {alternatives}),
  }
}

function joined<Item>(left?: readonly Item[], right?: readonly Item[]) {
  return left && right ? [...left, ...right] : (left ?? right)
}

/** Whether nothing is known. */
export function isUnknown(candidates: Candidates): boolean {
  return Object.keys(candidates).length === 0
}

/** One of the constraints holds: only what both sides constrain stays. */
export function either(left: Candidates, right: Candidates): Candidates {
  if (isUnknown(left) || isUnknown(right)) return {}
  const ids = union(left.ids, right.ids)
  const publishedIds = union(left.publishedIds, right.publishedIds)
  const types = union(left.types, right.types)
  const referencing = union(left.referencing, right.referencing)
  return {
    ...(ids && {ids}),
    ...(publishedIds && {publishedIds}),
    ...(types && {types}),
    ...(referencing && {referencing}),
    alternatives: [[left, right]],
  }
}

function intersection(left?: readonly string[], right?: readonly string[]) {
  if (left === undefined || right === undefined) return left ?? right
  const known = new Set(right)
  return left.filter((value) => known.has(value))
}

function union(left?: readonly string[], right?: readonly string[]) {
  if (left === undefined || right === undefined) return undefined
  return [...new Set([...left, ...right])]
}
