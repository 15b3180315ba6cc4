import fc from 'fast-check'
import {expect, test} from 'vitest'

import {matchesOf} from './matches-of.ts'

const PATTERNS = [
  /(?:^|\. )(?=\p{Lu})/gu,
  /\s*/gu,
  /(?<word>\p{L}+),?/gu,
  /x|$/gu,
  /(?=😀)/gu,
  /b/giu,
]

test('it finds what matchAll finds, and leaves no trace in the expression', () => {
  const units = fc.constantFrom('A', 'b', 'x', '. ', ', ', '😀', '\uD83D', ' ')
  fc.assert(
    fc.property(fc.string({unit: units, maxLength: 20}), (text) => {
      for (const pattern of PATTERNS) {
        const expected = [...text.matchAll(new RegExp(pattern.source, pattern.flags))]
        expect(matchesOf(text, pattern)).toEqual(expected)
        expect(pattern.lastIndex).toBe(0)
      }
    }),
  )
})
