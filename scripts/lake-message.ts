import type {Preparation} from '../lake/store/preparation.ts'

/** What a lake in a thread of its own is asked: one HTTP request, whole. */
export interface LakeQuestion {
  readonly number: number
  readonly url: string
  readonly method: string
  readonly headers: readonly (readonly [string, string])[]
  /** UTF-8; handed over, not copied */
  readonly body: ArrayBuffer | undefined
}

/** What it says: how far it is when it opens, that it is open, that it cannot be, the answer to a question. */
export type LakeMessage =
  | {readonly type: 'preparing'; readonly preparation: Preparation}
  | {readonly type: 'open'; readonly administratorToken: string}
  | {readonly type: 'closed'; readonly reason: string}
  | {
      readonly type: 'answer'
      readonly number: number
      readonly status: number
      readonly headers: readonly (readonly [string, string])[]
      readonly body: ArrayBuffer
    }
