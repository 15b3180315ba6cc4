import {expect, test} from 'vitest'

import {moveItem} from './move-item.ts'

test.for([
  [0, 1, ['b', 'a', 'c']],
  [2, -1, ['a', 'c', 'b']],
  [0, 2, ['b', 'c', 'a']],
  [0, -1, ['a', 'b', 'c']],
  [2, 1, ['a', 'b', 'c']],
  [5, -1, ['a', 'b', 'c']],
] as const)('from %i by %i', ([from, by, moved]) => {
  expect(moveItem(['a', 'b', 'c'], from, by)).toEqual(moved)
})
