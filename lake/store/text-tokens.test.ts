import fc from 'fast-check'
import {expect, test} from 'vitest'

import {cutWords, tokensOf} from './text-tokens.ts'

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

test('the words of a document are its own, whatever documents came before it', () => {
  const many = Array.from({length: 70_000}, (_, index) => `w${index.toString(36)}`)
  const documents = [
    {_id: 'a', _type: 't', list: ['The dog, the DOG', 'U.S. incomprehensibilities']},
    {_id: 'b', _type: 't', list: many},
    {_id: 'a', _type: 't', list: ['the dogs', 'U.S. incomprehensibilities']},
  ]
  const [first, all, last] = documents.map((document) => [...tokensOf(document)].toSorted())
  expect([first, last]).toEqual([
    ['==t', 'A', 'DOG', 'INCOMPREHENSIBILITIES', 'THE', 'US'],
    ['==t', 'A', 'DOGS', 'INCOMPREHENSIBILITIES', 'THE', 'US'],
  ])
  expect(all).toEqual(['==t', 'B', ...many.map((word) => word.toUpperCase())].toSorted())
})
