import fc from 'fast-check'
import {expect, test} from 'vitest'

import {markWords} from './mark-words.ts'

test.for([
  ['a number is one word', 'gained 2.1 percent', 'gained 1.8 percent', ['2.1']],
  ['neighbours are marked as one', 'The ferry stays in port', 'The ferry', ['stays in port']],
  ['punctuation counts', 'Ferry stops!', 'Ferry stops.', ['!']],
  ['equal texts have no marks', 'Ferry stops', 'Ferry stops', []],
  ['everything is new to nothing', 'Ferry', '', ['Ferry']],
] as const)('markWords: %s', ([, text, other, marked]) => {
  const found = markWords(text, other).filter(({isMarked}) => isMarked)

  expect(found.map(({words}) => words.trim())).toEqual(marked)
})

test('the stretches are the text, each where it says', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'}), (text, other) => {
      const stretches = markWords(text, other)
      expect(stretches.map(({words}) => words).join('')).toBe(text)
      for (const {start, words} of stretches) expect(text.startsWith(words, start)).toBe(true)
    }),
  )
})
