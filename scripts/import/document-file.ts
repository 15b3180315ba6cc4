import {type FileHandle, open, rename, rm} from 'node:fs/promises'

import {Mutation as Engine} from '@sanity/mutator'

import {isLakeDocument} from '../../lake/store/lake-document.ts'
import type {PlannedMutation, PlannedPatch, PlannedTransaction} from './planned-mutation.ts'

/** A file of documents that takes transactions as a dataset does. */
export interface DocumentFile {
  /** @throws RangeError when a patch is for a document that is not in the file */
  readonly send: (transaction: PlannedTransaction) => Promise<void>
  /** Writes the documents as the transactions leave them, one JSON line each, in the order in which they were made. @returns How many */
  readonly finish: () => Promise<number>
  /** Takes away what was written; does nothing after `finish` */
  readonly discard: () => Promise<void>
}

interface Line {
  readonly start: number
  readonly bytes: number
}

/**
 * Opens a file for what `sanity dataset import` reads. Documents are kept on the disk, only their places in memory: a hundred thousand texts
 * need no more of it than a dozen.
 *
 * @param path - Written at the end; until then the documents are in `<path>.part`
 */
export async function openDocumentFile(path: string): Promise<DocumentFile> {
  const draft = `${path}.part`
  const file = await open(draft, 'w+')
  const lines = new Map<string, Line>()
  let end = 0

  async function put(id: string, document: unknown): Promise<void> {
    const line = Buffer.from(`${JSON.stringify(document)}\n`)
    await file.write(line, 0, line.length, end)
    lines.set(id, {start: end, bytes: line.length})
    end += line.length
  }

  async function apply(mutation: PlannedMutation): Promise<void> {
    if ('create' in mutation) return put(mutation.create._id, mutation.create)
    if ('createIfNotExists' in mutation) {
      const document = mutation.createIfNotExists
      return lines.has(document._id) ? undefined : put(document._id, document)
    }
    if ('delete' in mutation) {
      lines.delete(mutation.delete.id)
      return undefined
    }
    const {id} = mutation.patch
    const line = lines.get(id)
    if (line === undefined) throw new RangeError(`Cannot patch "${id}": the file does not have it`)
    const before: unknown = JSON.parse((await readLine(file, line)).toString())
    if (!isLakeDocument(before))
      throw new TypeError(`Cannot patch "${id}": its line is no document`)
    const {ifRevisionID: _, ...patch} = unlockedPatch(mutation.patch)
    return put(id, new Engine({mutations: [{patch}]}).apply({...before}))
  }

  return {
    async send({mutations}) {
      for (const mutation of mutations) await apply(mutation)
    },
    async finish() {
      const result = await open(`${path}.new`, 'w')
      for (const line of lines.values()) await result.write(await readLine(file, line))
      await result.close()
      await rename(`${path}.new`, path)
      await file.close()
      await rm(draft)
      return lines.size
    },
    async discard() {
      await file.close()
      await rm(draft, {force: true})
    },
  }
}

async function readLine(file: FileHandle, {start, bytes}: Line): Promise<Buffer> {
  const {buffer} = await file.read(Buffer.alloc(bytes), 0, bytes, start)
  return buffer
}

/** A patch as types want it whose lists may be written to. */
function unlockedPatch({unset, insert, ...patch}: PlannedPatch) {
  return {
    ...patch,
    ...(unset !== undefined && {unset: [...unset]}),
    ...(insert !== undefined && {insert: {...insert, items: [...insert.items]}}),
  }
}
