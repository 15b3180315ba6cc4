import {readFile, stat} from 'node:fs/promises'
import {promisify} from 'node:util'
import {gunzip} from 'node:zlib'

import type {CopyNotes} from '../../ingest/copy-notes.ts'
import {STANDARD_INPUT} from './find-copies.ts'
import {readSidecar} from './read-notes.ts'

/** Largest text taken without being asked to, in bytes: the longest story of a newspaper has under 200,000. */
const LARGEST_COPY = 1_000_000

/** The bytes of one text with the notes beside it, or the sentence that says why they are not taken. */
export type CopyBytes =
  | {readonly type: 'copy'; readonly bytes: Uint8Array; readonly notes?: CopyNotes}
  | {readonly type: 'refused' | 'failed'; readonly reason: string}

export interface ReadOptions {
  /** Takes a text over 1 MB too */
  readonly large: boolean
  readonly stdin: () => Promise<Uint8Array>
}

/**
 * Reads one file, or standard input for `-`; what is packed with gzip is unpacked, as far as the limit. Never throws: a file that cannot be read is an item of the run
 * that failed, and the rest goes on.
 */
export async function readCopy(path: string, {large, stdin}: ReadOptions): Promise<CopyBytes> {
  try {
    if (path === STANDARD_INPUT) return await accept(path, await stdin(), large)
    const {size} = await stat(path)
    if (isTooLarge(size, large)) return tooLarge(path, size)
    const copy = await accept(path, await readFile(path), large)
    if (copy.type !== 'copy') return copy
    const notes = await readSidecar(path)
    return notes === undefined ? copy : {...copy, notes}
  } catch (error) {
    return {type: 'failed', reason: `Cannot read "${path}": ${sentenceOf(error)}`}
  }
}

async function accept(path: string, packed: Uint8Array, large: boolean): Promise<CopyBytes> {
  const bytes = await unpack(packed, large)
  if (bytes === undefined) {
    return {
      type: 'refused',
      reason: `Refused "${path}": unpacked it is more than one story (limit 1 MB); pass --large to take it all the same`,
    }
  }
  if (bytes.length === 0) {
    return {type: 'failed', reason: `Cannot read "${path}": the file is empty`}
  }
  return isTooLarge(bytes.length, large) ? tooLarge(path, bytes.length) : {type: 'copy', bytes}
}

const unzip: (bytes: Uint8Array, options: {maxOutputLength: number}) => Promise<Uint8Array> =
  promisify(gunzip)

/** Most that is unpacked even when asked to: more is no text but an attack. */
const LARGEST_UNPACKED = 200_000_000

/** @returns `undefined` when there is too much in it */
async function unpack(bytes: Uint8Array, large: boolean): Promise<Uint8Array | undefined> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await unzip(bytes, {maxOutputLength: large ? LARGEST_UNPACKED : LARGEST_COPY})
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function isTooLarge(size: number, large: boolean): boolean {
  return !large && size > LARGEST_COPY
}

function tooLarge(path: string, size: number): CopyBytes {
  const megabytes = (size / 1_000_000).toFixed(1)
  return {
    type: 'refused',
    reason: `Refused "${path}": ${megabytes} MB is more than one story (limit 1 MB); pass --large to take it all the same`,
  }
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it; change its permissions',
  EISDIR: 'it is a folder',
  Z_DATA_ERROR: 'the gzip file is damaged',
  Z_BUF_ERROR: 'the gzip file is cut off',
  EIO: 'the disk reports a fault',
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return FILE_FAULTS[code] ?? error.message
}
