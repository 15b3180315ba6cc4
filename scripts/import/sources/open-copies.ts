import {createReadStream} from 'node:fs'

import {unpackBytes} from './bytes.ts'
import {STANDARD_INPUT} from './find-copies.ts'
import type {FoundCopy, SourceOptions} from './found-copy.ts'
import {openArchive} from './open-archive.ts'
import {openRows} from './open-rows.ts'
import {isPipe, pipeBytes} from './pipe-bytes.ts'
import {readCopy} from './read-copy.ts'
import {formatByName, type SourceFormat} from './source-format.ts'
import {withSpooledInput} from './spooled-input.ts'
import {tarMembers} from './tar-members.ts'
import {zipMembers} from './zip-members.ts'

/**
 * The texts in the given files, one after the other, so that a hundred thousand need no more memory than a few: a file that is one text, the
 * members of an archive, the rows of a table.
 */
export async function* openCopies(
  files: readonly string[],
  options: SourceOptions,
): AsyncGenerator<FoundCopy> {
  for (const path of files) yield* openFile(path, options)
}

/** What a path holds: what somebody says, else what its name says, else one text. */
export function formatOf(path: string, {format}: Pick<SourceOptions, 'format'>): SourceFormat {
  return format ?? formatByName(path) ?? 'text'
}

async function* openFile(path: string, options: SourceOptions): AsyncGenerator<FoundCopy> {
  const format = formatOf(path, options)
  switch (format) {
    case 'text': {
      yield {path, read: () => readCopy(path, options)}
      break
    }
    case 'csv':
    case 'ndjson': {
      const packed = (await streamOf(path, options)) ?? createReadStream(path)
      yield* openRows({path, format, bytes: unpackBytes(packed)}, options)
      break
    }
    case 'zip':
    case 'tar': {
      const members = format === 'zip' ? zipMembers : tarMembers
      const open = (file: string) => openArchive(path, () => members(file), options)
      const stream = await streamOf(path, options)
      yield* stream === undefined ? open(path) : withSpooledInput(stream, open)
      break
    }
  }
}

/** What can be read once only: standard input and a named pipe. */
async function streamOf(
  path: string,
  options: SourceOptions,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  if (path === STANDARD_INPUT) return options.stdin()
  return (await isPipe(path)) ? pipeBytes(path, options) : undefined
}
