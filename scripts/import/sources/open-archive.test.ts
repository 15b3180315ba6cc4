import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {buildTar, buildZip} from '../../testing/build-archive.ts'
import type {SourceOptions} from './found-copy.ts'
import {openCopies} from './open-copies.ts'

const MEMBERS = {
  'wire/': '',
  'wire/pier.txt': 'The pier opens.',
  'wire/pier.txt.json': '{"headline": "Pier", "provider": "North Wire"}',
  '../../ferry.txt': 'The ferry sails.',
  'wire/bad.txt.json': '{"kind": "rumour"}',
  'wire/bad.txt': 'Rumour.',
  'wire/photo.jpg': 'JPEG',
  '__MACOSX/wire/._pier.txt': 'Mac',
  'wire/long.txt': 'x'.repeat(1_200_000),
  'wire/inner.zip': 'PK',
  'rows.csv': 'body,title\nThe tram stops.,Tram\n',
  'wire/empty.txt': '',
}

let folder: string
const files = new Map<string, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-archive-'))
  const {'wire/': _folder, ...texts} = MEMBERS
  const archives: Readonly<Record<string, Uint8Array>> = {
    'all.zip': buildZip(MEMBERS),
    'all.tar': await buildTar(texts),
    'all.tar.gz': gzipSync(await buildTar(texts)),
    'none.zip': buildZip({'photo.jpg': 'JPEG'}),
    'cut.zip': buildZip(MEMBERS).subarray(0, 500),
    'cut.tar': (await buildTar({'a.txt': 'A'.repeat(9000), 'b.txt': 'B'.repeat(9000)})).subarray(
      0,
      12_000,
    ),
    'broken.zip': damaged(buildZip({'a.txt': 'The pier opens again.', 'b.txt': 'B'})),
    'bomb.tar.gz': gzipSync(new Uint8Array(110_000_000), {level: 1}),
  }
  for (const [name, bytes] of Object.entries(archives)) {
    const path = join(folder, name)
    await writeFile(path, bytes)
    files.set(name, path)
  }
})

afterAll(async () => {
  await rm(folder, {recursive: true})
})

/** Changes a byte of the first member's data; its checksum no longer fits. */
function damaged(zip: Uint8Array): Uint8Array {
  const text = Buffer.from(zip)
  const at = text.indexOf('a.txt') + 'a.txt'.length + 4
  text.writeUInt8((text[at] ?? 0) ^ 0xff, at)
  return text
}

async function read(
  name: string,
  given: Partial<SourceOptions> = {},
): Promise<readonly (readonly [string, unknown])[]> {
  const path = files.get(name) ?? name
  const options = {large: false, async *stdin() {}, proposeColumns: true, ...given}
  const found: (readonly [string, unknown])[] = []
  for await (const {path: place, read: readText} of openCopies([path], options)) {
    const copy = await readText()
    const text = copy.type === 'copy' ? new TextDecoder().decode(copy.bytes) : copy.reason
    const notes = copy.type === 'copy' ? copy.notes : undefined
    found.push([
      place.replace(folder, 'IN'),
      notes === undefined ? text.replaceAll(folder, 'IN') : {text, notes},
    ])
  }
  return found
}

const expectedOf = (path: string) => [
  [
    `${path}/wire/pier.txt`,
    {text: 'The pier opens.', notes: {headline: 'Pier', provider: 'North Wire'}},
  ],
  [`${path}/../../ferry.txt`, 'The ferry sails.'],
  [
    `${path}/wire/bad.txt`,
    expect.stringContaining(
      `Cannot read "${path}/wire/bad.txt": the notes in "wire/bad.txt.json" cannot be read: "rumour" is no kind of version`,
    ),
  ],
  [
    `${path}/wire/long.txt`,
    `Refused "${path}/wire/long.txt": it is more than one story (limit 1 MB); pass --large to take it all the same`,
  ],
  [
    `${path}/wire/inner.zip`,
    `Cannot read "${path}/wire/inner.zip": it is an archive inside an archive; unpack that first`,
  ],
  [`${path}/rows.csv:2`, {text: 'The tram stops.', notes: {headline: 'Tram'}}],
  [`${path}/wire/empty.txt`, `Cannot read "${path}/wire/empty.txt": the file is empty`],
]

test.for(['all.zip', 'all.tar', 'all.tar.gz'])(
  '%s: texts with the notes beside them, rows; names are labels, and what fails fails alone',
  async (name) => {
    expect(await read(name)).toEqual(expectedOf(`IN/${name}`))
  },
)

test.for([
  ['none.zip', /^the archive holds no .txt file and no file of rows$/u],
  ['cut.zip', /^the archive is damaged: End of central directory/u],
  ['bomb.tar.gz', /^the archive is damaged: it unpacks to more than 200 times its size/u],
  ['gone.zip', /^the archive is damaged: there is no such file$/u],
] as const)('%s is an error that names it', async ([name, reason]) => {
  const [[path, text] = ['', '']] = await read(name)
  expect(path).toContain(name)
  expect(String(text).replace(/^Cannot read "[^"]+": /u, '')).toMatch(reason)
})

test('of an archive that is cut off, what is whole is read', async () => {
  expect(await read('cut.tar')).toEqual([
    ['IN/cut.tar/a.txt', 'A'.repeat(9000)],
    ['IN/cut.tar/b.txt', expect.stringContaining('Cannot read "IN/cut.tar/b.txt": ')],
    [
      'IN/cut.tar',
      expect.stringContaining('Cannot read "IN/cut.tar": the archive is damaged behind "b.txt": '),
    ],
  ])
})

test('a damaged member fails and the next is read', async () => {
  expect(await read('broken.zip')).toEqual([
    [
      'IN/broken.zip/a.txt',
      expect.stringMatching(/^Cannot read "IN\/broken.zip\/a.txt": .*damaged/u),
    ],
    ['IN/broken.zip/b.txt', 'B'],
  ])
})

test('an archive comes through a pipe too', async () => {
  const zip = buildZip(MEMBERS)
  const stdin = async function* () {
    yield zip.subarray(0, 700)
    yield zip.subarray(700)
  }
  expect(await read('-', {format: 'zip', stdin})).toEqual(expectedOf('-'))
})
