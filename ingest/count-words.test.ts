import fc from 'fast-check'
import {expect, test} from 'vitest'

import {countWords} from './count-words.ts'

test.for([
  ['', 0],
  ['– … –', 0],
  ['The ferries sail at 7.30', 5],
  ['“Don’t,” the U.S. coast-guard said', 5],
  ['Zürich, 日本 \u{10428}', 3],
] as const)('%j has %i words', ([text, expected]) => {
  expect(countWords(text)).toBe(expected)
})

test('any text has as many words as an expression finds', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          'a',
          'Z',
          '9',
          'é',
          '日',
          ' ',
          '.',
          '-',
          '’',
          ',',
          '\u{10428}',
          '\u{1F600}',
          '\uD800',
        ),
      }),
      (text) => {
        const found = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? []
        expect(countWords(text)).toBe(found.length)
      },
    ),
  )
})
