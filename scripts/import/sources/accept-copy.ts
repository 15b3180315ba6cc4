import {promisify} from 'node:util'
import {gunzip} from 'node:zlib'

import type {CopyBytes} from './found-copy.ts'

/** Largest text taken without being asked to, in bytes: the longest story of a newspaper has under 200,000. */
const LARGEST_COPY = 1_000_000

/** Most that is unpacked even when asked to: more is no text but an attack. */
const LARGEST_UNPACKED = 200_000_000

/** Bytes of one text that are read at most. */
export function mostBytes(large: boolean): number {
  return large ? LARGEST_UNPACKED : LARGEST_COPY
}

/**
 * Takes the bytes of one text, unpacked when they are packed with gzip, unless there are none or too many.
 *
 * @throws Error of `node:zlib` when what is packed is damaged
 */
export async function acceptCopy(
  path: string,
  packed: Uint8Array,
  large: boolean,
): Promise<CopyBytes> {
  const bytes = await unpack(packed, large)
  if (bytes === undefined) {
    return {
      type: 'refused',
      reason: `Refused "${path}": unpacked it is ${limitInWords(large)}`,
    }
  }
  if (bytes.length === 0) {
    return {type: 'failed', reason: `Cannot read "${path}": the file is empty`}
  }
  return bytes.length > mostBytes(large)
    ? tooLarge(path, large, bytes.length)
    : {type: 'copy', bytes}
}

/** @param size - In bytes; absent when nobody has counted to the end */
export function tooLarge(path: string, large: boolean, size?: number): CopyBytes {
  const megabytes = size === undefined ? 'it' : `${(size / 1_000_000).toFixed(1)} MB`
  return {
    type: 'refused',
    reason: `Refused "${path}": ${megabytes} is ${limitInWords(large)}`,
  }
}

function limitInWords(large: boolean): string {
  return large
    ? 'more than any story (limit 200 MB)'
    : 'more than one story (limit 1 MB); pass --large to take it all the same'
}

const unzip: (bytes: Uint8Array, options: {maxOutputLength: number}) => Promise<Uint8Array> =
  promisify(gunzip)

/** @returns `undefined` when there is too much in it */
async function unpack(bytes: Uint8Array, large: boolean): Promise<Uint8Array | undefined> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await unzip(bytes, {maxOutputLength: mostBytes(large)})
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
