import {decodeCopy} from '../../../ingest/decode-copy.ts'
import {copyFault} from '../../error-sentence.ts'
import {isRecord} from '../../narrow.ts'
import {type Bytes, withoutMark} from './bytes.ts'
import {parseJson} from './parse-json.ts'
import {mostRowBytes, type Row, type Rows} from './rows.ts'

/** Rows that are looked at for the names of their columns. */
const SAMPLE = 100

/** Most names that lead to one value: `article.text` has two. */
const DEPTH = 4

/** Reads a JSON object a line; the columns of objects in it are named `article.text`. A line that cannot be read is a fault in its place. */
export async function ndjsonRows(bytes: Bytes, large: boolean): Promise<Rows> {
  const rows = parseLines(withoutMark(bytes), mostRowBytes(large))
  const first: Row[] = []
  while (first.length < SAMPLE) {
    const next = await rows.next()
    if (next.done === true) break
    first.push(next.value)
  }
  const names = first.flatMap((row) => (row.type === 'row' ? [...row.cells.keys()] : []))
  const all = async function* () {
    yield* first
    yield* rows
  }
  return {names: [...new Set(names)], isComplete: first.length < SAMPLE, rows: all()}
}

async function* parseLines(bytes: Bytes, mostBytes: number): AsyncGenerator<Row> {
  let number = 0
  for await (const line of linesOf(bytes, mostBytes)) {
    number += 1
    if (line === undefined) {
      yield {type: 'fault', number, why: `the line is over ${mostBytes / 1_000_000} MB`}
      continue
    }
    try {
      const text = decodeCopy(line).raw
      if (text.trim() === '') continue
      const value = parseJson(text)
      yield isRecord(value)
        ? {type: 'row', number, cells: new Map(cellsOf(value, DEPTH))}
        : {type: 'fault', number, why: whyNoRow(value)}
    } catch (error) {
      yield {type: 'fault', number, why: copyFault(error)}
    }
  }
}

function whyNoRow(value: unknown): string {
  return Array.isArray(value)
    ? 'the line is a list; each JSON object needs a line of its own'
    : 'the line is no JSON object'
}

function cellsOf(
  record: Readonly<Record<string, unknown>>,
  depth: number,
): readonly (readonly [string, unknown])[] {
  return Object.entries(record).flatMap(([name, value]) =>
    isRecord(value) && depth > 1
      ? cellsOf(value, depth - 1).map(([inner, cell]) => [`${name}.${inner}`, cell] as const)
      : [[name, value] as const],
  )
}

const LINE_FEED = 0x0a

/** The lines of a file without their ends; `undefined` for one that is too long. */
async function* linesOf(bytes: Bytes, mostBytes: number): AsyncGenerator<Uint8Array | undefined> {
  let pieces: Uint8Array[] = []
  let size = 0
  const take = (): Uint8Array | undefined => {
    const line = size > mostBytes ? undefined : Buffer.concat(pieces)
    pieces = []
    size = 0
    return line
  }
  const add = (piece: Uint8Array) => {
    size += piece.length
    if (size > mostBytes) pieces = []
    else pieces.push(piece)
  }
  for await (const piece of bytes) {
    let start = 0
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
      add(piece.subarray(start, end))
      yield take()
      start = end + 1
    }
    add(piece.subarray(start))
  }
  if (size > 0) yield take()
}
