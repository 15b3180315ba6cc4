import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {readSidecar} from './read-notes.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-notes-'))
})

afterAll(async () => {
  await rm(folder, {recursive: true})
})

test('a JSON file beside a text is read; numbers are versions too', async () => {
  await writeFile(
    join(folder, 'ferry.txt.json'),
    '{"provider": "North Wire", "itemId": 7, "itemVersion": 2, "byline": ["Ann Lee"], "mood": "calm"}',
  )
  expect(await readSidecar(join(folder, 'ferry.txt'))).toEqual({
    provider: 'North Wire',
    itemId: '7',
    itemVersion: '2',
    byline: ['Ann Lee'],
  })
  expect(await readSidecar(join(folder, 'none.txt'))).toBeUndefined()
})

test.for([
  ['[1]', /they are no JSON object$/u],
  ['{"provider"', /cannot be read: /u],
  ['{"kind": "rumour"}', /"rumour" is no kind of version/u],
] as const)('a file that holds %s is an error that says why', async ([text, message]) => {
  await writeFile(join(folder, 'bad.txt.json'), text)
  await expect(readSidecar(join(folder, 'bad.txt'))).rejects.toThrow(message)
})

test('numbers are names, digit by digit', async () => {
  await writeFile(
    join(folder, 'long.txt.json'),
    '{"provider": "NW", "itemId": 1187203998712349871, "itemVersion": 1.10, "storyId": 1e3}',
  )
  expect(await readSidecar(join(folder, 'long.txt'))).toEqual({
    provider: 'NW',
    itemId: '1187203998712349871',
    itemVersion: '1.10',
    storyId: '1e3',
  })
})

test.for([
  ['UTF-16', Buffer.from('\uFEFF{"headline": "Zoë"}', 'utf16le')],
  ['UTF-8 with a mark', Buffer.from('\uFEFF{"headline": "Zoë"}')],
  ['Windows-1252', Buffer.from('{"headline": "Zoë"}', 'latin1')],
] as const)('notes may come in %s', async ([, bytes]) => {
  await writeFile(join(folder, 'zoe.txt.json'), bytes)
  expect(await readSidecar(join(folder, 'zoe.txt'))).toEqual({headline: 'Zoë'})
})

test('notes that are there and cannot be read are no missing ones', async () => {
  await mkdir(join(folder, 'dir.txt.json'))
  await writeFile(join(folder, 'big.txt.json'), `{"headline": "${'x'.repeat(100_000)}"}`)
  const reasons = [
    ['dir.txt', 'it is no file'],
    ['big.txt', 'they are over 100 KB'],
  ] as const
  for (const [name, why] of reasons) {
    const path = join(folder, name)
    await expect(readSidecar(path)).rejects.toThrow(
      `the notes in "${path}.json" cannot be read: ${why}`,
    )
  }
  expect(await readSidecar(join(folder, `${'n'.repeat(250)}.txt`))).toBeUndefined()
})
