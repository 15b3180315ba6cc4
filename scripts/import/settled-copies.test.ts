import {expect, test} from 'vitest'

import {settledCopies} from './settled-copies.ts'

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
