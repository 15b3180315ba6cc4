import type {CopyNotes} from '../../../ingest/copy-notes.ts'
import type {ColumnMap} from './column-map.ts'
import type {SourceFormat} from './source-format.ts'

/** A text that was found, read when its turn comes. */
export interface FoundCopy {
  /** As receipts and messages name it: `copy/ferry.txt`, `monday.zip/ferry.txt`, `rows.csv:17` */
  readonly path: string
  /** Never throws: why a text cannot be read is an answer too */
  readonly read: () => Promise<CopyBytes>
}

/** The bytes of one text with the notes that came with it, or the sentence that says why they are not taken. */
export type CopyBytes =
  | {readonly type: 'copy'; readonly bytes: Uint8Array; readonly notes?: CopyNotes}
  | {readonly type: 'refused' | 'failed'; readonly reason: string}

/** How sources are read. */
export interface SourceOptions {
  /** Takes texts over 1 MB too */
  readonly large: boolean
  readonly stdin: () => AsyncIterable<Uint8Array>
  /** Told of a named pipe into which nobody has written for a while */
  readonly onWait?: (path: string) => void
  /** Aborted: nothing is waited for any more */
  readonly stop?: AbortSignal
  /** What the paths hold, whatever their names say */
  readonly format?: SourceFormat | undefined
  /** Which column of a row holds what */
  readonly columns?: ColumnMap | undefined
  /** Where no columns are given, takes those whose names say what they hold; else such rows are refused */
  readonly proposeColumns?: boolean
  /** Told of each file of rows before its first */
  readonly onColumns?: (columns: ColumnsInUse) => void
}

/** How the columns of one file are used. */
export interface ColumnsInUse {
  readonly path: string
  /** As `--columns` takes them */
  readonly columns: string
  /** Nobody gave them: they follow from the columns' names */
  readonly isProposed: boolean
  readonly unused: readonly string[]
}

/** A text that is there already, or the reason why it is not: nothing is left to do when its turn comes. */
export function foundCopy(path: string, copy: CopyBytes): FoundCopy {
  return {path, read: async () => copy}
}
