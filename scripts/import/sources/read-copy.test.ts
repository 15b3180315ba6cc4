import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {readCopy} from './read-copy.ts'

const options = {
  large: false,
  async *stdin() {
    yield new TextEncoder().encode('Piped ')
    yield new TextEncoder().encode('copy.')
  },
}
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-read-'))
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(join(folder, 'huge.txt'), 'x'.repeat(1_400_000))
})

afterAll(async () => {
  await rm(folder, {recursive: true})
})

test('standard input is read for "-"', async () => {
  expect(await readCopy('-', options)).toEqual({
    type: 'copy',
    bytes: Buffer.from('Piped copy.'),
  })
})

test('an empty file, a folder and a missing file fail with their name', async () => {
  const reasons = [
    ['empty.txt', 'the file is empty'],
    ['', 'it is a folder'],
    ['gone.txt', 'there is no such file'],
    ['gone-\uFFFD.txt', 'its name is no UTF-8, so it cannot be opened; give it another'],
  ] as const
  for (const [name, reason] of reasons) {
    const path = join(folder, name)
    expect(await readCopy(path, options)).toEqual({
      type: 'failed',
      reason: `Cannot read "${path}": ${reason}`,
    })
  }
})

test('a gzip file is unpacked; one that is damaged, cut off or a bomb says so', async () => {
  const packed = gzipSync('The ferries sail.')
  await writeFile(join(folder, 'ferry.txt.gz'), packed)
  await writeFile(join(folder, 'cut.txt.gz'), packed.subarray(0, 20))
  await writeFile(join(folder, 'bomb.txt.gz'), gzipSync(new Uint8Array(50_000_000)))
  const damaged = Buffer.from(packed)
  damaged.fill(0xff, 12, 20)
  await writeFile(join(folder, 'damaged.txt.gz'), damaged)
  const read = (name: string) => readCopy(join(folder, name), options)
  expect(await read('ferry.txt.gz')).toMatchObject({
    bytes: Buffer.from('The ferries sail.'),
  })
  expect(await read('cut.txt.gz')).toEqual({
    type: 'failed',
    reason: `Cannot read "${join(folder, 'cut.txt.gz')}": its compressed data are cut off`,
  })
  expect(await read('damaged.txt.gz')).toEqual({
    type: 'failed',
    reason: `Cannot read "${join(folder, 'damaged.txt.gz')}": its compressed data are damaged`,
  })
  expect(await read('bomb.txt.gz')).toMatchObject({type: 'refused'})
})

test('a text over 1 MB is refused unless asked for', async () => {
  const path = join(folder, 'huge.txt')
  expect(await readCopy(path, options)).toEqual({
    type: 'refused',
    reason: `Refused "${path}": 1.4 MB is more than one story (limit 1 MB); pass --large to take it all the same`,
  })
  expect(await readCopy(path, {...options, large: true})).toMatchObject({type: 'copy'})
})

test('of what is no file, and may never end, no more is read than a text has', async () => {
  expect(await readCopy('/dev/zero', options)).toEqual({
    type: 'refused',
    reason:
      'Refused "/dev/zero": it is more than one story (limit 1 MB); pass --large to take it all the same',
  })
})
