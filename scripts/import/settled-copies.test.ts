import {mkdtemp, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {settledCopies, stampOfCopy} from './settled-copies.ts'

test('a file is given once it has stayed the same between two looks, and again after a change', async () => {
  const looks: readonly Readonly<Record<string, string>>[] = [
    {'a.txt': '10'},
    {'a.txt': '10', 'b.txt': '5'},
    {'a.txt': '10', 'b.txt': '9'},
    {'a.txt': '10', 'b.txt': '9'},
    {'a.txt': '12'},
    {'a.txt': '12', 'b.txt': '9'},
    {'a.txt': '12', 'b.txt': '9'},
  ]
  let look = 0
  const batches = settledCopies({
    list: async () => Object.keys(looks[look] ?? {}),
    stampOf: async (path) => looks[look]?.[path],
    quietLooks: 1,
    wait: async () => {
      look += 1
      return look < looks.length
    },
  })
  expect(await Array.fromAsync(batches, (paths) => [look, ...paths])).toEqual([
    [1, 'a.txt'],
    [3, 'b.txt'],
    [5, 'a.txt'],
  ])
})

test('who writes a file may pause for fewer looks than it has to be quiet', async () => {
  const stamps = ['1', '2', '2', '2', '3', '3', '3', '3', '3']
  let look = 0
  const batches = settledCopies({
    list: async () => ['a.txt'],
    stampOf: async () => stamps[look],
    quietLooks: 3,
    wait: async () => {
      look += 1
      return look < stamps.length
    },
  })
  expect(await Array.fromAsync(batches, (paths) => [look, ...paths])).toEqual([[7, 'a.txt']])
})

test('notes that come later, and another file of the same size and time, are a change', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wiredesk-settled-'))
  try {
    const path = join(folder, 'a.txt')
    await writeFile(path, 'Ferry to sail')
    const alone = await stampOfCopy(path)
    await writeFile(`${path}.json`, '{"provider": ')
    const half = await stampOfCopy(path)
    await writeFile(`${path}.json`, '{"provider": "North Wire"}')
    const whole = await stampOfCopy(path)
    await writeFile(join(folder, 'b'), 'Ferry to stay')
    const {atime, mtime} = await stat(path)
    await utimes(join(folder, 'b'), atime, mtime)
    await rename(join(folder, 'b'), path)
    const other = await stampOfCopy(path)
    expect(new Set([alone, half, whole, other]).size).toBe(4)
    expect(await stampOfCopy(path)).toBe(other)
    await rm(path)
    expect(await stampOfCopy(path)).toBeUndefined()
  } finally {
    await rm(folder, {recursive: true})
  }
})
