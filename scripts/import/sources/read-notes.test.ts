import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {readFrontMatter, readSidecar} from './read-notes.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-notes-'))
})

afterAll(async () => {
  await rm(folder, {recursive: true})
})

test('front matter is read as notes, and the text begins behind it', () => {
  const raw =
    '---\r\nheadline: Ferry: to sail\nbyline: Ann Lee and Bob Cole\nkind: update\n---\nCopy.'
  const front = readFrontMatter(raw)
  expect(front).toEqual({
    notes: {headline: 'Ferry: to sail', byline: ['Ann Lee', 'Bob Cole'], kind: 'update'},
    end: raw.indexOf('Copy.'),
  })
})

test.for([
  ['a name that nobody knows', '---\nweather: rain\n---\nCopy.'],
  ['a line of prose', '---\nThe ferries sail.\n---\nCopy.'],
  ['no second line of hyphens', '---\nheadline: Ferry\nCopy.'],
  ['a line before it', '\n---\nheadline: Ferry\n---\nCopy.'],
  ['more lines than anybody writes', `---\n${'url: x\n'.repeat(60)}---\n`],
])('with %s it is copy', ([, raw]) => {
  expect(readFrontMatter(raw ?? '')).toBeUndefined()
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
  ['[1]', /are no JSON object$/u],
  ['{"provider"', /cannot be read: /u],
  ['{"kind": "rumour"}', /"rumour" is no kind of version/u],
] as const)('a file that holds %s is an error that says why', async ([text, message]) => {
  await writeFile(join(folder, 'bad.txt.json'), text)
  await expect(readSidecar(join(folder, 'bad.txt'))).rejects.toThrow(message)
})
