import {expect, test} from 'vitest'

import {MAY_BE_UNTIDY} from './signs.ts'
import {splitLines} from './stages/split-lines.ts'
import {tidyLines} from './tidy-lines.ts'

test.for([
  ['plain prose, said “she”', 'plain prose, said “she”'],
  ["the mayor's quay", "the mayor's quay"],
  ['two  spaces', 'two spaces'],
  ['a tab\tbetween', 'a tab between'],
  ["''Yes,'' she said", '”Yes,” she said'],
  ['a &quot;quay&quot;', 'a "quay"'],
  ['a wrapped\n  line', 'a wrapped line'],
  ['half-\nway', 'half-way'],
] as const)('%j reads as %j', ([copy, expected]) => {
  const lines = splitLines(copy).filter((line) => line !== undefined)
  expect(tidyLines(copy, lines).text).toBe(expected)
  expect(lines.some(({signs}) => signs & MAY_BE_UNTIDY)).toBe(
    lines.length === 1 && copy !== expected,
  )
})
