import {decodeCopy} from '../../../ingest/decode-copy.ts'
import {copyFault} from '../../error-sentence.ts'
import type {ColumnsInUse, CopyBytes, SourceOptions} from './found-copy.ts'
import {openCopies} from './open-copies.ts'
import {takeNotes} from './take-notes.ts'

/** Texts of one file that are shown. */
const SHOWN = 5
/** Characters of a text that are shown. */
const OPENING = 200

/** What a preview tells, in this order for each file: how its columns are used, then its first texts. */
export type PreviewLine =
  | {readonly file: string; readonly columns: string; readonly unused: readonly string[]}
  | ({readonly path: string; readonly text: string} & Readonly<Record<string, unknown>>)
  | {readonly path: string; readonly reason: string}

/** Shows the first texts of each file as an import would read them; where no columns are given, as their names suggest. */
export async function* previewCopies(
  files: readonly string[],
  options: SourceOptions,
): AsyncGenerator<PreviewLine> {
  const tables: ColumnsInUse[] = []
  const onColumns = (table: ColumnsInUse) => tables.push(table)
  for (const file of files) {
    let shown = 0
    for await (const {path, read} of openCopies([file], {
      ...options,
      proposeColumns: true,
      onColumns,
    })) {
      for (const {path: table, columns, unused} of tables.splice(0)) {
        yield {file: table, columns, unused}
      }
      yield previewOf(path, await read())
      shown += 1
      if (shown === SHOWN) break
    }
  }
}

function previewOf(path: string, copy: CopyBytes): PreviewLine {
  if (copy.type !== 'copy') return {path, reason: copy.reason}
  try {
    const {raw, notes} = takeNotes(decodeCopy(copy.bytes), copy.notes)
    return {path, ...notes, text: raw.slice(0, OPENING).toWellFormed()}
  } catch (error) {
    return {path, reason: `Cannot read "${path}": ${copyFault(error)}`}
  }
}
