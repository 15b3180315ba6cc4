import {execFile} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {promisify} from 'node:util'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {buildTar} from '../../testing/build-archive.ts'
import {testWorld} from '../../testing/test-world.ts'
import type {SourceOptions} from './found-copy.ts'
import {openCopies} from './open-copies.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-pipe-'))
})

afterEach(async () => {
  await rm(folder, {recursive: true})
})

async function pipe(name: string): Promise<string> {
  const path = join(folder, name)
  await promisify(execFile)('mkfifo', [path])
  return path
}

async function read(path: string, given: Partial<SourceOptions> = {}) {
  const options = {large: false, stdin: testWorld().world.stdin, ...given}
  const copies = await Array.fromAsync(openCopies([path], options))
  return Promise.all(copies.map(async (copy) => [copy.path, await copy.read()] as const))
}

test('a text and an archive come through a named pipe', async () => {
  const [text, archive] = [await pipe('ferry.txt'), await pipe('day.tar')]
  const bytes = Buffer.from('Ferries sail again.')
  const tar = await buildTar({'ferry.txt': 'Ferries sail again.'})
  const [piped] = await Promise.all([read(text), writeFile(text, bytes)])
  expect(piped).toEqual([[text, {type: 'copy', bytes}]])
  const [unpacked] = await Promise.all([read(archive), writeFile(archive, tar)])
  expect(unpacked).toEqual([[`${archive}/ferry.txt`, {type: 'copy', bytes}]])
})

test('a pipe into which nobody writes is told of, and waited for until the command is stopped', async () => {
  const path = await pipe('ferry.txt')
  const stop = new AbortController()
  const waited: string[] = []
  const copies = await read(path, {
    stop: stop.signal,
    onWait(waiting) {
      waited.push(waiting)
      stop.abort()
    },
  })
  expect(waited).toEqual([path])
  const reason = `Cannot read "${path}": it was stopped before its end`
  expect(copies).toEqual([[path, {type: 'failed', reason}]])
})
