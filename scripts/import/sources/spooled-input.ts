import {createWriteStream} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'

/** Keeps what comes through a pipe in a file while it is read: an archive has to be read from its end, or twice. */
export async function* withSpooledInput<Value>(
  bytes: AsyncIterable<Uint8Array>,
  open: (file: string) => AsyncIterable<Value>,
): AsyncGenerator<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'wiredesk-input-'))
  try {
    const file = join(folder, 'input')
    await pipeline(bytes, createWriteStream(file))
    yield* open(file)
  } finally {
    await rm(folder, {recursive: true})
  }
}
