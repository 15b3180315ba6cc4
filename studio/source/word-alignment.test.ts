import fc from 'fast-check'
import {expect, test} from 'vitest'

import {alignWords, sameWordIn, wordsIn} from './word-alignment.ts'

const ours = 'The ferry stopped early on Monday, the port said'
const theirs = 'THE ferry stopped on Monday, officials of the port said.'

test('words are aligned over what was cut and what was written in', () => {
  const shared = alignWords(wordsIn(ours), wordsIn(theirs))

  expect(shared.map(([one]) => wordsIn(ours)[one]?.text)).toEqual([
    'the',
    'ferry',
    'stopped',
    'on',
    'monday',
    'the',
    'port',
    'said',
  ])
})

test.for([
  ['the word itself', ours.indexOf('port'), 'port'],
  ['from inside of a word', ours.indexOf('port') + 3, 'port'],
  ['the word before one that was written here', ours.indexOf('early'), 'stopped'],
] as const)('sameWordIn finds %s', ([, offset, word]) => {
  const place = sameWordIn(ours, offset, theirs)

  expect(place && theirs.slice(place.start, place.end)).toBe(word)
})

test('sameWordIn finds nothing in a text without a common word', () => {
  expect(sameWordIn('Ferry', 0, 'Bus')).toBeUndefined()
})

const words = fc
  .array(fc.constantFrom('a', 'b', 'c'), {maxLength: 30})
  .map((list) => list.join(' '))

test('aligned words are the same, in order, and as many from either side', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [left, right] = [wordsIn(one), wordsIn(other)]
      const pairs = alignWords(left, right)
      return (
        pairs.every(([i, j]) => left[i]?.text === right[j]?.text) &&
        pairs.every(
          ([i, j], n) => n === 0 || (i > (pairs[n - 1]?.[0] ?? 0) && j > (pairs[n - 1]?.[1] ?? 0)),
        ) &&
        pairs.length === alignWords(right, left).length
      )
    }),
  )
})

test('a text is aligned with itself word by word', () => {
  fc.assert(
    fc.property(
      words,
      (text) => alignWords(wordsIn(text), wordsIn(text)).length === wordsIn(text).length,
    ),
  )
})
