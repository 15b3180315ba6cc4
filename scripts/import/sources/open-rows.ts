import {decodeCopy} from '../../../ingest/decode-copy.ts'
import {copyFault} from '../../error-sentence.ts'
import {acceptCopy} from './accept-copy.ts'
import type {Bytes} from './bytes.ts'
import {type ColumnMap, columnsInWords, parseColumns, suggestColumns} from './column-map.ts'
import {csvRows} from './csv-rows.ts'
import {fileFault} from './file-fault.ts'
import {type CopyBytes, foundCopy, type FoundCopy, type SourceOptions} from './found-copy.ts'
import {ndjsonRows} from './ndjson-rows.ts'
import {readFields} from './read-notes.ts'
import type {Row, Rows} from './rows.ts'

interface RowFile {
  readonly path: string
  readonly format: 'csv' | 'ndjson'
  /** Unpacked */
  readonly bytes: Bytes
}

/**
 * The texts in a file of rows, one a row, read as the column map says. Without one the file is refused with a proposal: which column is
 * the text is nothing to guess. A row that cannot be read fails alone.
 */
export async function* openRows(
  {path, format, bytes}: RowFile,
  options: SourceOptions,
): AsyncGenerator<FoundCopy> {
  let last = 0
  try {
    const table = await (format === 'csv' ? csvRows : ndjsonRows)(bytes, options.large)
    const columns =
      table.names.length === 0
        ? {reason: `Refused "${path}": ${await whyNothing(table)}`}
        : chooseColumns(path, table, options)
    if ('reason' in columns) {
      yield foundCopy(path, {type: 'refused', ...columns})
      return
    }
    for await (const row of table.rows) {
      last = row.number
      const place = `${path}:${row.number}`
      yield foundCopy(place, await readRow(place, row, columns.map, options.large))
    }
  } catch (error) {
    const place = last === 0 ? '' : `behind row ${last}, `
    const reason = `Cannot read "${path}": ${place}${fileFault(error)}`
    yield foundCopy(path, {type: 'failed', reason})
  }
}

/** Why a file has no columns. */
async function whyNothing({rows}: Rows): Promise<string> {
  for await (const row of rows) {
    if (row.type === 'fault') return `none of its rows can be read; in row ${row.number} ${row.why}`
  }
  return 'it holds no rows'
}

function chooseColumns(
  path: string,
  {names, isComplete}: Rows,
  {columns: given, proposeColumns = false, onColumns}: SourceOptions,
): {readonly map: ColumnMap} | {readonly reason: string} {
  const list = names.map((name) => `"${name}"`).join(', ')
  const suggestion = given === undefined ? suggestColumns(names) : undefined
  if (given === undefined && (suggestion === undefined || !proposeColumns)) {
    const help =
      suggestion === undefined
        ? 'say so with --columns text=COLUMN,headline=COLUMN'
        : `if it is as their names say, pass --columns '${suggestion}', and see first with --preview`
    return {
      reason: `Refused "${path}": nobody says which of its columns is the text; it has ${list}; ${help}`,
    }
  }
  const map = given ?? parseColumns(suggestion ?? '')
  const used = [...map.values()].flatMap((source) =>
    source.type === 'column' ? source.column : [],
  )
  const text = map.get('text')
  const needed = isComplete
    ? used
    : used.filter((column) => text?.type === 'column' && column === text.column)
  const missing = needed.find((column) => !names.includes(column))
  if (missing !== undefined) {
    return {reason: `Refused "${path}": it has no column "${missing}"; it has ${list}`}
  }
  const twice = used.find((column) => names.indexOf(column) !== names.lastIndexOf(column))
  if (twice !== undefined) {
    return {
      reason: `Refused "${path}": it has two columns "${twice}", and which is meant is nothing to guess; rename one`,
    }
  }
  onColumns?.({
    path,
    columns: columnsInWords(map),
    isProposed: given === undefined,
    unused: names.filter((name) => !used.includes(name)),
  })
  return {map}
}

async function readRow(path: string, row: Row, map: ColumnMap, large: boolean): Promise<CopyBytes> {
  if (row.type === 'fault') return failed(path, row.why)
  const fields: Record<string, unknown> = {}
  try {
    for (const [field, source] of map) {
      fields[field] = source.type === 'value' ? source.value : row.cells.get(source.column)
    }
    const {text, ...notes} = fields
    const bytes = bytesOf(text)
    if (bytes.length === 0) return failed(path, 'its text is empty')
    const copy = await acceptCopy(path, bytes, large)
    if (copy.type !== 'copy') return copy
    const known = readFields(
      Object.fromEntries(Object.entries(notes).map(([name, value]) => [name, decoded(value)])),
    )
    return Object.keys(known).length === 0 ? copy : {...copy, notes: known}
  } catch (error) {
    return failed(path, copyFault(error))
  }
}

/**
 * A list of texts is one text, a paragraph each.
 *
 * @throws TypeError when something in it is no text: left out it would be lost
 */
function bytesOf(text: unknown): Uint8Array {
  if (text instanceof Uint8Array) return text
  const paragraphs: readonly unknown[] = Array.isArray(text) ? text : [text]
  const said = paragraphs.filter((paragraph) => paragraph !== null && paragraph !== undefined)
  const texts = said.filter((paragraph) => typeof paragraph === 'string')
  if (texts.length < said.length) {
    const odd = said.find((paragraph) => typeof paragraph !== 'string')
    throw new TypeError(`its text holds what is no text: ${JSON.stringify(odd).slice(0, 60)}`)
  }
  const joined = texts.join('\n\n')
  // half a character becomes a recorded repair where bytes can hold it; in UTF-8 it would be replaced in silence
  return joined.isWellFormed()
    ? new TextEncoder().encode(joined)
    : Buffer.from(`\uFEFF${joined}`, 'utf16le')
}

function decoded(value: unknown): unknown {
  return value instanceof Uint8Array ? decodeCopy(value).raw : value
}

function failed(path: string, why: string): CopyBytes {
  return {type: 'failed', reason: `Cannot read "${path}": ${why}`}
}
