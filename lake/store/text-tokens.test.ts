import fc from 'fast-check'
import {expect, test} from 'vitest'

import {cutWords} from './text-tokens.ts'

/** As groq-js cuts a text, in its own two expressions. */
function wordsOfGroq(text: string): readonly string[] {
  return (
    text.replaceAll(/(?:\b\.+|\.+\b)/gu, '').match(/[^!@#$%^&*(),\\/?";:{}|[\]+<>\s-]+/gu) ?? []
  )
}

test.for([
  [
    'letters and dots',
    'The U.S. port took 3.5 m ... and more.',
    'The US port took 35 m ... and more',
  ],
  ['spaces that are none on a keyboard', 'a\u00A0b\u2028c\uFEFFd', 'a b c d'],
  ['what stays in a word', "dog's _x_ ’n’ é 😀", "dog's _x_ ’n’ é 😀"],
] as const)('words: %s', ([, text, words]) => {
  expect(cutWords(text).join(' ')).toBe(words)
})

test('words are cut where groq-js cuts them', () => {
  const pieces = fc.constantFrom('a', 'B', '_', '9', '.', '..', ' ', '-', '"', '\u00A0', '’', '*')
  const text = fc.oneof(
    fc.array(pieces).map((parts) => parts.join('')),
    fc.string(),
  )
  fc.assert(
    fc.property(text, (copy) => {
      expect(cutWords(copy)).toEqual(wordsOfGroq(copy))
    }),
  )
})
