import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {createGunzip} from 'node:zlib'

/** Bytes as they come, in pieces of any size. */
export type Bytes = AsyncIterable<Uint8Array>

/**
 * All of the bytes.
 *
 * @returns `undefined` when there are more than `most`; the rest is not read
 */
export async function collectBytes(bytes: Bytes, most: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > most) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** What unpacks to so many times its size is no text: news packs to a third or a fifth. */
const MOST_GROWTH = 200
/** Unpacked bytes that raise no question. */
const UNSUSPECTED = 100_000_000

/** Says whether so much can come of so little; both in bytes. */
export function isBomb(packed: number, unpacked: number): boolean {
  return unpacked > UNSUSPECTED && unpacked > packed * MOST_GROWTH
}

/**
 * The bytes, unpacked when they are packed with gzip.
 *
 * @throws RangeError when they unpack to more than any text would
 */
export async function* unpackBytes(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const {start, all} = await peekBytes(bytes, 2)
  if (start[0] !== 0x1f || start[1] !== 0x8b) {
    yield* all
    return
  }
  let packed = 0
  let unpacked = 0
  const counted = async function* () {
    for await (const piece of all) {
      packed += piece.length
      yield piece
    }
  }
  const gunzip = createGunzip()
  const done = pipeline(Readable.from(counted()), gunzip)
  done.catch(() => {
    // the same error ends the loop below
  })
  for await (const piece of gunzip) {
    if (!(piece instanceof Uint8Array)) continue
    unpacked += piece.length
    if (isBomb(packed, unpacked)) {
      throw new RangeError(
        `it unpacks to more than ${MOST_GROWTH} times its size: that is no text but an attack`,
      )
    }
    yield piece
  }
}

/** The bytes as UTF-8 without mark when a byte order mark tells what they are, else as they are. */
export async function* withoutMark(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const {start, all} = await peekBytes(bytes, 3)
  const encoding = encodingOfMark(start)
  if (encoding === undefined) {
    yield* all
    return
  }
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for await (const piece of all) yield encoder.encode(decoder.decode(piece, {stream: true}))
  yield encoder.encode(decoder.decode())
}

function encodingOfMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined
}

/** Looks at the first bytes, `least` or more where there are so many, and gives all of them still to be read. */
export async function peekBytes(
  bytes: Bytes,
  least: number,
): Promise<{readonly start: Uint8Array; readonly all: Bytes}> {
  const pieces = bytes[Symbol.asyncIterator]()
  let start: Uint8Array = new Uint8Array()
  let next = await pieces.next()
  while (next.done !== true) {
    start = Buffer.concat([start, next.value])
    if (start.length >= least) break
    next = await pieces.next()
  }
  const all = async function* () {
    if (start.length > 0) yield start
    yield* {[Symbol.asyncIterator]: () => pieces}
  }
  return {start, all: all()}
}
