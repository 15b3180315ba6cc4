import type {Caller} from '../caller.ts'
import type {Perspective} from '../query/perspective.ts'
import type {LakeDocument} from '../store/lake-document.ts'

/** What is asked of a dataset. Plain data: it may travel to another process. */
export type Question = QueryQuestion | SelectQuestion | MatchQuestion

interface Asked {
  readonly dataset: string
  readonly query: string
  readonly params: Readonly<Record<string, unknown>>
  /** What `now()` gives, ISO 8601 */
  readonly now: string
  /** Longest time that answering may take */
  readonly milliseconds: number
}

/** A query over what is stored, for a caller in a perspective. */
export interface QueryQuestion extends Asked {
  readonly type: 'query'
  readonly caller: Caller
  readonly perspective: Perspective
}

/** The ids of the documents that a query gives in the middle of a transaction: what patches and deletes by query work on. */
export interface SelectQuestion extends Asked {
  readonly type: 'select'
  /** What `identity()` gives */
  readonly identity: string
  /** What the transaction has done so far; `undefined` = deleted */
  readonly touched: ReadonlyMap<string, LakeDocument | undefined>
}

/** Whether each of these documents is among those that a listener's query asks for. */
export interface MatchQuestion extends Asked {
  readonly type: 'match'
  readonly documents: readonly LakeDocument[]
}

/** Longest times, in milliseconds. While a transaction selects, other writers wait. */
export const timeLimits = {query: 15_000, select: 5000, match: 1000} as const

/** The sentence for who asked what took longer. */
export function tooSlow(milliseconds: number): string {
  return `The query took longer than ${milliseconds} ms; narrow it by _id, _type or references()`
}

/** Answers questions over snapshots of the lake's file. */
export interface Evaluator {
  /**
   * @param signal - Nobody waits for the answer any more
   * @returns The answer as JSON, in UTF-8: `{result, syncTags}`, an array of ids for `select`, of booleans for `match`
   * @throws {QueryError} the query cannot be parsed or evaluated, or costs too much
   * @throws {BusyError} too many ask at once
   */
  answer(question: Question, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
  close(): void
}
