import {mutationText} from './mutation-text.ts'
import type {PlannedCopy} from './plan-import.ts'

/** Bytes that the texts of one request may have: the hosted lake takes 4 MB, and the rest is for the receipt. */
export const MOST_BYTES = 3_500_000

/** Bytes of a planned text in a request. */
export function requestSize({mutations, undo = ''}: PlannedCopy): number {
  return mutations.reduce(
    (sum, mutation) => sum + Buffer.byteLength(mutationText(mutation)),
    Buffer.byteLength(JSON.stringify(undo)),
  )
}
