import type {LakeDocument} from './lake-document.ts'

/**
 * Where queries get documents from: the raw rows, a perspective over them, or the rows with a running transaction's changes on top.
 */
export interface DocumentSource {
  get(id: string): LakeDocument | undefined
  /** Every document that can match, sorted by `_id` (UTF-16 units); it may yield more, never fewer. */
  scan(candidates: Candidates): AsyncIterable<LakeDocument>
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
}

/** Both constraints hold. */
export function both(left: Candidates, right: Candidates): Candidates {
  const ids = intersection(left.ids, right.ids)
  const publishedIds = intersection(left.publishedIds, right.publishedIds)
  const types = intersection(left.types, right.types)
  // A document may reference one of each list: only one list can be kept.
  const referencing = left.referencing ?? right.referencing
  return {
    ...(ids && {ids}),
    ...(publishedIds && {publishedIds}),
    ...(types && {types}),
    ...(referencing && {referencing}),
  }
}

/** One of the constraints holds: only what both sides constrain stays. */
export function either(left: Candidates, right: Candidates): Candidates {
  const ids = union(left.ids, right.ids)
  const publishedIds = union(left.publishedIds, right.publishedIds)
  const types = union(left.types, right.types)
  const referencing = union(left.referencing, right.referencing)
  return {
    ...(ids && {ids}),
    ...(publishedIds && {publishedIds}),
    ...(types && {types}),
    ...(referencing && {referencing}),
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
