import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {readCopy} from './read-copy.ts'

const options = {large: false, stdin: async () => new TextEncoder().encode('Piped copy.')}
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
    bytes: new TextEncoder().encode('Piped copy.'),
  })
})

test('an empty file, a folder and a missing file fail with their name', async () => {
  const reasons = [
    ['empty.txt', 'the file is empty'],
    ['', 'it is a folder'],
    ['gone.txt', 'there is no such file'],
  ] as const
  for (const [name, reason] of reasons) {
    const path = join(folder, name)
    expect(await readCopy(path, options)).toEqual({
      type: 'failed',
      reason: `Cannot read "${path}": ${reason}`,
    })
  }
})

test('a text over 1 MB is refused unless asked for', async () => {
  const path = join(folder, 'huge.txt')
  expect(await readCopy(path, options)).toEqual({
    type: 'refused',
    reason: `Refused "${path}": 1.4 MB is more than one story (limit 1 MB); pass --large to take it all the same`,
  })
  expect(await readCopy(path, {...options, large: true})).toMatchObject({type: 'copy'})
})
