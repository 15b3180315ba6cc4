import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {findCopies} from './find-copies.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-copies-'))
  await mkdir(join(folder, 'wire'))
  await mkdir(join(folder, 'pictures'))
  await writeFile(join(folder, 'b.txt'), 'B')
  await writeFile(join(folder, 'a.txt'), 'A')
  await writeFile(join(folder, 'wire', 'c.TXT'), 'C')
  await writeFile(join(folder, 'pictures', 'd.jpg'), 'D')
  await writeFile(join(folder, 'wire', 'e.tar.gz'), 'E')
  await writeFile(join(folder, 'wire', 'f.csv'), 'F')
  await writeFile(join(folder, 'wire', '._c.TXT'), 'macOS')
})

afterAll(async () => {
  await rm(folder, {recursive: true})
})

test('a folder stands for its texts, archives and rows, by name, those of inner folders too', async () => {
  expect(await findCopies([folder])).toEqual([
    join(folder, 'a.txt'),
    join(folder, 'b.txt'),
    join(folder, 'wire', 'c.TXT'),
    join(folder, 'wire', 'e.tar.gz'),
    join(folder, 'wire', 'f.csv'),
  ])
})

test('a file named twice is read once; its name may end as it likes', async () => {
  const picture = join(folder, 'pictures', 'd.jpg')
  expect(await findCopies([picture, join(folder, '*.txt'), join(folder, 'a.txt'), '-'])).toEqual([
    picture,
    join(folder, 'a.txt'),
    join(folder, 'b.txt'),
    '-',
  ])
})

test.for([
  ['nowhere.txt', 'there is no such file or folder, and no file matches it'],
  [
    'pictures',
    'the folder holds no .txt file, archive or file of rows; name the files if they are called otherwise',
  ],
] as const)('"%s" is an error that names it', async ([name, reason]) => {
  const path = join(folder, name)
  await expect(findCopies([path])).rejects.toThrow(`Cannot read "${path}": ${reason}`)
})
