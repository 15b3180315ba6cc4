import {createHash, randomBytes} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, rmSync} from 'node:fs'
import {open, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'

import {Problem} from '../problem.ts'

/** A received file that is not yet kept: measured, hashed, safe on the disk. */
export interface ReceivedFile {
  readonly path: string
  readonly size: number
  /** SHA-1 in hex, the identity that the hosted lake uses */
  readonly sha1: string
}

/** Asset bytes beside the database, named by their hash; file names never come from a request. */
export interface AssetFiles {
  /**
   * Writes a body to a temporary file as it arrives.
   *
   * @throws Problem 413 when it is larger than allowed, 400 when it is empty; nothing is left behind
   */
  receive(body: ReadableStream<Uint8Array> | null): Promise<ReceivedFile>
  /** Moves a received file to its place; the same bytes twice are one file. */
  keep(file: ReceivedFile): Promise<void>
  /** Throws a received file away. */
  discard(file: ReceivedFile): Promise<void>
  /** SHA-1 of every file that is kept, sorted */
  list(): readonly string[]
  /** Where the bytes with this hash are, or `undefined`. */
  find(sha1: string): string | undefined
}

const SHA1 = /^[0-9a-f]{40}$/u

/**
 * Opens `<data>/assets`, and clears what an interrupted upload left in it.
 *
 * @param options.largest - Most bytes a file may have
 */
export function openAssetFiles(options: {
  readonly directory: string
  readonly largest: number
}): AssetFiles {
  const {directory, largest} = options
  const incoming = join(directory, 'incoming')
  rmSync(incoming, {recursive: true, force: true})
  mkdirSync(incoming, {recursive: true})
  const place = (sha1: string): string => join(directory, sha1.slice(0, 2), sha1)

  return {
    async receive(body) {
      const path = join(incoming, randomBytes(12).toString('hex'))
      try {
        const {size, sha1} = await writeBody(path, body, largest)
        if (size === 0) throw new Problem(400, 'Cannot store asset: the upload is empty')
        return {path, size, sha1}
      } catch (error) {
        await rm(path, {force: true})
        throw isFullDisk(error)
          ? new Problem(507, 'Cannot store asset: the disk is full; make room and upload again')
          : error
      }
    },
    async keep({path, sha1}) {
      const shelf = join(directory, sha1.slice(0, 2))
      const made = mkdirSync(shelf, {recursive: true})
      await rename(path, place(sha1))
      await syncDirectory(shelf)
      if (made !== undefined) await syncDirectory(directory)
    },
    async discard({path}) {
      await rm(path, {force: true})
    },
    list() {
      const names = readdirSync(directory, {recursive: true, withFileTypes: true})
      return names
        .filter((entry) => entry.isFile() && SHA1.test(entry.name))
        .map(({name}) => name)
        .toSorted()
    },
    find(sha1) {
      const path = SHA1.test(sha1) ? place(sha1) : undefined
      return path !== undefined && existsSync(path) ? path : undefined
    },
  }
}

async function writeBody(
  path: string,
  body: ReadableStream<Uint8Array> | null,
  largest: number,
): Promise<{readonly size: number; readonly sha1: string}> {
  const hash = createHash('sha1')
  const handle = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const chunk of body ?? []) {
      size += chunk.byteLength
      if (size > largest) {
        throw new Problem(413, `Cannot store asset: it is larger than ${largest} bytes`)
      }
      hash.update(chunk)
      // All of it: what a disk that is nearly full takes of one `write` may be a part.
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return {size, sha1: hash.digest('hex')}
}

/** A rename is durable only when its directory is. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isFullDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
}
