import {createReadStream} from 'node:fs'
import {constants, open, stat} from 'node:fs/promises'

import type {SourceOptions} from './found-copy.ts'

/** Milliseconds after which somebody is told what is waited for. */
const PATIENCE = 2000

/** Whether a path is a named pipe: it is read once, and to its writer's end. */
export async function isPipe(path: string): Promise<boolean> {
  const entry = await stat(path).catch(() => undefined)
  return entry?.isFIFO() === true
}

/**
 * What comes through a named pipe. Until somebody writes into it, it waits, and says so.
 *
 * @throws Error when the command was stopped meanwhile
 */
export async function* pipeBytes(
  path: string,
  {stop, onWait}: Pick<SourceOptions, 'stop' | 'onWait'>,
): AsyncGenerator<Uint8Array> {
  const patience = setTimeout(() => onWait?.(path), PATIENCE)
  const release = (): void => void becomeWriter(path)
  stop?.addEventListener('abort', release, {once: true})
  try {
    const pieces: AsyncIterable<Uint8Array> = createReadStream(path)
    for await (const piece of pieces) {
      clearTimeout(patience)
      yield piece
    }
    if (stop?.aborted === true) throw new Error('it was stopped before its end')
  } finally {
    clearTimeout(patience)
    stop?.removeEventListener('abort', release)
  }
}

/** Who opens a pipe to read waits for a writer, and nothing else ends that: one that writes nothing does. */
async function becomeWriter(path: string): Promise<void> {
  const writer = await open(path, constants.O_WRONLY | constants.O_NONBLOCK).catch(() => undefined)
  await writer?.close()
}
