import {mostBytes} from './accept-copy.ts'

/** One row of a file, as it was read. */
export type Row =
  | {
      readonly type: 'row'
      /** As a spreadsheet counts, or a text editor the lines of NDJSON: the head of a CSV file is row 1 */
      readonly number: number
      /** Values by column; bytes where nobody has decoded them yet */
      readonly cells: ReadonlyMap<string, unknown>
    }
  | {readonly type: 'fault'; readonly number: number; readonly why: string}

/** The rows of a file and the names of its columns. */
export interface Rows {
  /** Where the file does not list them: those of the first rows */
  readonly names: readonly string[]
  /** There are no other columns further down */
  readonly isComplete: boolean
  readonly rows: AsyncIterable<Row>
}

/** Most bytes of one row: a text of the largest size and as much again beside it, but room enough for a text that is then refused for its size. */
export function mostRowBytes(large: boolean): number {
  return large ? 2 * mostBytes(large) : 20_000_000
}
