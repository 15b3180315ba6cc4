import {Readable} from 'node:stream'

import {parse} from 'csv-parse'

import {decodeCopy} from '../../../ingest/decode-copy.ts'
import {type Bytes, peekBytes, withoutMark} from './bytes.ts'
import {mostRowBytes, type Row, type Rows} from './rows.ts'

/** Bytes in which the head of a table must end for its delimiter to be told. */
const HEAD = 16_384

/**
 * Reads a table whose first row names its columns, delimited by comma, semicolon, tab or bar. A row that cannot be read is a fault in its
 * place; one that never ends (a quotation mark is missing) is the last.
 *
 * @throws Error when the rest of the file cannot be read
 */
export async function csvRows(bytes: Bytes, large: boolean): Promise<Rows> {
  const {start, all} = await peekBytes(withoutMark(bytes), HEAD)
  const rows = parseRows(all, delimiterOf(start), mostRowBytes(large))
  const head = await rows.next()
  if (head.done === true) return {names: [], isComplete: true, rows: named([], rows)}
  if (head.value.type === 'fault') throw new SyntaxError(head.value.why)
  const names = head.value.values.map((value) => decodeCopy(value).raw.trim())
  return {names, isComplete: true, rows: named(names, rows)}
}

type Values =
  | {readonly type: 'values'; readonly number: number; readonly values: readonly Uint8Array[]}
  | {readonly type: 'fault'; readonly number: number; readonly why: string}

/** What the parser gives for each row that it can read. */
interface Parsed {
  readonly record: readonly Uint8Array[]
  readonly info: {readonly records: number; readonly empty_lines: number}
}

async function* parseRows(
  bytes: Bytes,
  delimiter: string,
  mostBytes: number,
): AsyncGenerator<Values> {
  let fault: string | undefined
  const parser = parse({
    delimiter,
    encoding: null,
    info: true,
    max_record_size: mostBytes,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // what is relaxed leaves one fault: a row that does not end, and so the last; thrown it would take read rows with it
    skip_records_with_error: true,
    on_skip: (error) => {
      fault ??=
        error?.code === 'CSV_MAX_RECORD_SIZE'
          ? `it does not end within ${mostBytes / 1_000_000} MB, and nothing behind it is read: is a quotation mark missing?`
          : 'a quotation mark is opened in it and never closed, and nothing behind it is read'
    },
  })
  const source = Readable.from(bytes)
  source.on('error', (error) => parser.destroy(error))
  const rows: AsyncIterable<Parsed> = source.pipe(parser)
  let number = 0
  for await (const {record, info} of rows) {
    number = info.records + info.empty_lines
    yield {type: 'values', number, values: record}
  }
  if (fault !== undefined) yield {type: 'fault', number: number + 1, why: fault}
}

async function* named(names: readonly string[], rows: AsyncIterable<Values>): AsyncGenerator<Row> {
  for await (const row of rows) {
    if (row.type === 'fault') {
      yield row
      continue
    }
    const {number, values} = row
    const extra = values.slice(names.length).filter(({length}) => length > 0)
    if (values.length < names.length || extra.length > 0) {
      const why = `it has ${values.length} values, the head of the table ${names.length}`
      yield {type: 'fault', number, why}
    } else {
      const cells = new Map(names.map((name, index) => [name, values[index]]))
      yield {type: 'row', number, cells}
    }
  }
}

const DELIMITERS = [',', ';', '\t', '|']

/** The one that stands in the first line most often, outside quotation marks. */
function delimiterOf(start: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(start)
  const [head = ''] = text
    .trimStart()
    .replaceAll(/"[^"]*"/gu, '')
    .split(/[\r\n]/u, 1)
  const counts = DELIMITERS.map((sign) => ({sign, count: head.split(sign).length}))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}
