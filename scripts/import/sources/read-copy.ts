import {createReadStream} from 'node:fs'
import {readFile, stat} from 'node:fs/promises'

import {acceptCopy, mostBytes, tooLarge} from './accept-copy.ts'
import {collectBytes} from './bytes.ts'
import {fileFault} from './file-fault.ts'
import {STANDARD_INPUT} from './find-copies.ts'
import type {CopyBytes, SourceOptions} from './found-copy.ts'
import {pipeBytes} from './pipe-bytes.ts'
import {readSidecar} from './read-notes.ts'

/**
 * Reads one file that is one text, or standard input for `-`; what is packed with gzip is unpacked, as far as the limit. Never throws: a file that cannot
 * be read is an item of the run that failed, and the rest goes on.
 */
export async function readCopy(
  path: string,
  {large, stdin, ...waiting}: Pick<SourceOptions, 'large' | 'stdin' | 'stop' | 'onWait'>,
): Promise<CopyBytes> {
  try {
    if (path === STANDARD_INPUT) {
      const bytes = await collectBytes(stdin(), mostBytes(large))
      return bytes === undefined ? tooLarge(path, large) : await acceptCopy(path, bytes, large)
    }
    const entry = await stat(path)
    if (entry.size > mostBytes(large)) return tooLarge(path, large, entry.size)
    // a pipe or a device has no size, and may never end
    const bytes = entry.isFile()
      ? await readFile(path)
      : await collectBytes(
          entry.isFIFO() ? pipeBytes(path, waiting) : createReadStream(path),
          mostBytes(large),
        )
    if (bytes === undefined) return tooLarge(path, large)
    const copy = await acceptCopy(path, bytes, large)
    if (copy.type !== 'copy') return copy
    const notes = await readSidecar(path)
    return notes === undefined ? copy : {...copy, notes}
  } catch (error) {
    return {type: 'failed', reason: `Cannot read "${path}": ${fileFault(error)}`}
  }
}
