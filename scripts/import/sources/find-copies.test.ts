import {once} from 'node:events'
import {chmod, mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'

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

test('who hears of a path that gives nothing finds the rest', async () => {
  const heard: unknown[] = []
  const paths = [join(folder, 'nowhere'), join(folder, 'pictures'), join(folder, 'wire', 'f.csv')]
  const files = await findCopies(paths, {onNothing: (nothing) => heard.push(nothing)})
  expect(files).toEqual([join(folder, 'wire', 'f.csv')])
  expect(heard).toEqual([
    {
      path: paths[0],
      reason: `Cannot read "${paths[0]}": there is no such file or folder, and no file matches it`,
      isEmpty: false,
    },
    {
      path: paths[1],
      reason: `Found no text in "${paths[1]}": it holds no .txt file, archive or file of rows; name the files if they are called otherwise`,
      isEmpty: true,
    },
  ])
})

test('a link to a text is one, and a link that leads nowhere too; one to a folder may lead in a circle', async () => {
  const links = join(folder, 'links')
  await mkdir(links)
  onTestFinished(() => rm(links, {recursive: true}))
  await symlink(join(folder, 'a.txt'), join(links, 'a.txt'))
  await symlink(join(folder, 'gone.txt'), join(links, 'gone.txt'))
  await symlink(folder, join(links, 'circle'))
  expect(await findCopies([links])).toEqual([join(links, 'a.txt'), join(links, 'gone.txt')])
})

test('a folder that matches a glob stands for its texts, and what is no file is passed by', async () => {
  const inbox = await mkdtemp(join(tmpdir(), 'wiredesk-glob-'))
  onTestFinished(() => rm(inbox, {recursive: true}))
  await mkdir(join(inbox, 'b.txt'))
  await writeFile(join(inbox, 'b.txt', 'inner.txt'), 'Inner')
  await mkdir(join(inbox, 'empty.txt'))
  await writeFile(join(inbox, 'a.txt'), 'Outer')
  const socket = createServer().listen(join(inbox, 'c.txt'))
  onTestFinished(() => void socket.close())
  await once(socket, 'listening')
  expect(await findCopies([join(inbox, '*.txt')])).toEqual([
    join(inbox, 'a.txt'),
    join(inbox, 'b.txt', 'inner.txt'),
  ])
})

test('what is left out of a folder is told, notes without their text too, but not the notes beside a text', async () => {
  const [notes, alone] = [join(folder, 'a.txt.json'), join(folder, 'gone.txt.json')]
  for (const file of [notes, alone]) {
    await writeFile(file, '{}')
    onTestFinished(() => rm(file))
  }
  const leftOut: string[] = []
  await findCopies([folder], {onLeftOut: (path) => leftOut.push(path)})
  expect(leftOut.toSorted()).toEqual([alone, join(folder, 'pictures', 'd.jpg')])
})

test.skipIf(process.getuid?.() === 0)(
  'a folder that may not be read does not stop the others',
  async () => {
    const locked = join(folder, 'locked')
    await mkdir(locked)
    await chmod(locked, 0)
    onTestFinished(() => rm(locked, {recursive: true}))
    const heard: unknown[] = []
    const files = await findCopies([folder], {onNothing: (nothing) => heard.push(nothing)})
    expect(files).toHaveLength(5)
    const reason = `Cannot read "${locked}": this user may not read it; change its permissions`
    expect(heard).toEqual([{path: locked, reason, isEmpty: false}])
  },
)

test.for([
  [
    'nowhere.txt',
    (path: string) =>
      `Cannot read "${path}": there is no such file or folder, and no file matches it`,
  ],
  [
    'nowhere/*.txt',
    (path: string) =>
      `Cannot read "${path}": there is no such file or folder, and no file matches it`,
  ],
  ['wire/*.tx', (path: string) => `Found no text at "${path}": no file matches it`],
  [
    'pictures',
    (path: string) =>
      `Found no text in "${path}": it holds no .txt file, archive or file of rows; name the files if they are called otherwise`,
  ],
] as const)('"%s" is an error that names it', async ([name, reason]) => {
  const path = join(folder, name)
  await expect(findCopies([path])).rejects.toThrow(reason(path))
})
