import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, statSync} from 'node:fs'
import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import PQueue from 'p-queue'

import {Problem} from '../problem.ts'
import {chooseFormat, type DrawnImage, drawImage, MIME_TYPES} from './draw-image.ts'
import type {Format, ImageRequest} from './image-request.ts'

/** Draws pictures, each one once: what was drawn is kept on the disk, up to a bound. */
export interface DrawnImages {
  /**
   * @param original - The picture as it was uploaded; `extension` as in its asset's id
   * @param accept - `Accept` header, for `auto=format`
   * @throws Problem 400 and 503 as `drawImage` does, 503 also when too many wait
   */
  draw(original: Original, request: ImageRequest, accept: string): Promise<DrawnImage>
}

interface Original {
  readonly path: string
  readonly sha1: string
  readonly extension: string
}

/** Pictures drawn at once: the largest take some 300 MB each, and whoever knows an address may ask. */
const AT_ONCE = 2
/** Pictures that may wait to be drawn. */
const MOST_WAITING = 500

/** `<what was asked>.<bytes>.<format>`: a file of another size was cut off by a crash. */
const NAME = /^(?<key>[0-9a-f]{64})\.(?<size>\d{1,12})\.(?<format>[a-z]{3,4})$/u

/**
 * Opens a folder of drawn pictures; losing it costs time only.
 *
 * @param options.most - Bytes that may be kept; those that nobody asked for the longest go first
 */
export function openDrawnImages({
  directory,
  most,
}: {
  readonly directory: string
  readonly most: number
}): DrawnImages {
  mkdirSync(directory, {recursive: true, mode: 0o700})
  // In the order of their last use, oldest first
  const kept = new Map<string, {readonly name: string; readonly size: number}>()
  for (const name of byAge(directory)) {
    const {key = '', size = ''} = NAME.exec(name)?.groups ?? {}
    if (key !== '') kept.set(key, {name, size: Number(size)})
  }
  let total = [...kept.values()].reduce((sum, {size}) => sum + size, 0)
  const drawing = new Map<string, Promise<DrawnImage>>()
  const queue = new PQueue({concurrency: AT_ONCE})

  async function forget(key: string): Promise<void> {
    const entry = kept.get(key)
    if (entry === undefined) return
    kept.delete(key)
    total -= entry.size
    await rm(join(directory, entry.name), {force: true})
  }

  async function find(key: string, format: Format): Promise<DrawnImage | undefined> {
    const entry = kept.get(key)
    if (entry === undefined) return undefined
    const bytes = await readFile(join(directory, entry.name)).catch(() => undefined)
    if (bytes?.byteLength !== entry.size) {
      await forget(key)
      return undefined
    }
    kept.delete(key)
    kept.set(key, entry)
    return {bytes: new Uint8Array(bytes), mimeType: MIME_TYPES[format]}
  }

  async function keep(key: string, format: Format, {bytes}: DrawnImage): Promise<void> {
    const size = bytes.byteLength
    const name = `${key}.${size}.${format}`
    await writeFile(join(directory, `${key}.new`), bytes, {mode: 0o600})
    await rename(join(directory, `${key}.new`), join(directory, name))
    kept.set(key, {name, size})
    total += size
    for (const oldest of kept.keys()) {
      if (total <= most) break
      await forget(oldest)
    }
  }

  return {
    async draw({path, sha1, extension}, request, accept) {
      const format = chooseFormat(extension, request, accept)
      const key = createHash('sha256')
        .update(JSON.stringify([sha1, extension, format, request]))
        .digest('hex')
      // Several browsers that ask at once wait for one drawing.
      const running = drawing.get(key)
      if (running !== undefined) return running
      const drawn = (async () => {
        const found = await find(key, format)
        if (found !== undefined) return found
        if (queue.size >= MOST_WAITING) {
          throw new Problem(503, `Cannot draw image: ${queue.size} others wait; ask again later`)
        }
        const image = await queue.add(() => drawImage(path, extension, request, accept))
        // A full disk keeps nothing and stops nobody.
        await keep(key, format, image).catch(() => undefined)
        return image
      })()
      drawing.set(key, drawn)
      try {
        return await drawn
      } finally {
        drawing.delete(key)
      }
    },
  }
}

function byAge(directory: string): readonly string[] {
  return readdirSync(directory)
    .map((name) => ({name, time: statSync(join(directory, name)).mtimeMs}))
    .toSorted((a, b) => a.time - b.time)
    .map(({name}) => name)
}
