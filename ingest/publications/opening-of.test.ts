import fc from 'fast-check'
import {expect, test} from 'vitest'

import {BOILERPLATE_RULES} from './boilerplate-rules.ts'
import {openingOf} from './opening-of.ts'

test.for([
  ['Read more', ['R'], ['r', 'M']],
  ['(?:Read|See) more', ['R', 'S'], ['e', 'm']],
  ['\\[?(?:READ|Watch)', ['[', 'R', 'W'], ['E']],
  ['(?:- )?(?<link>See)', ['-', 'S'], [' ', 'l']],
  ['\\p{Lu}\\p{Ll}', ['A', 'É'], ['a']],
  ['(?!Not)[\\p{Lu}\\d]', ['N', '4'], ['n']],
  ['(?<=x)a{0,3}b', ['a', 'b'], ['x']],
  ['.{1,3}x', ['y'], []],
  ['(?:a|)b?c', ['a', 'b', 'c'], ['d']],
  ['a?', ['a', 'z'], []],
  ['(a)\\1', ['a'], ['b']],
] as const)('%s begins as said', ([source, yes, no]) => {
  const opening = openingOf(source)
  expect(yes.filter((character) => !opening.test(character))).toEqual([])
  expect(no.filter((character) => opening.test(character))).toEqual([])
})

test('no text that an expression takes begins otherwise', () => {
  const pieces = [
    'a',
    'b',
    '[bc]',
    '\\d',
    '(?:a|b)',
    '(?:ab)?',
    'c{0,2}',
    '(?=a)',
    '(?!b)',
    '.',
    '(?:|a)',
    '\\[',
    '\\p{L}+',
  ]
  const sources = fc.array(fc.constantFrom(...pieces, '|'), {maxLength: 6})
  const texts = fc.string({unit: fc.constantFrom('a', 'b', 'c', '1', '['), maxLength: 6})
  fc.assert(
    fc.property(sources, texts, (parts, text) => {
      const source = parts.join('')
      if (text === '' || !new RegExp(`^(?:${source})$`, 'u').test(text)) return
      expect(openingOf(source).test(text)).toBe(true)
    }),
    {numRuns: 2_000},
  )
})

test('every built-in rule begins as its example does', () => {
  const examples = BOILERPLATE_RULES.map(({pattern, positive}) => ({
    opening: openingOf(
      pattern.replaceAll('{paper}', '\\p{Lu}').replaceAll('{messenger}', '\\p{Lu}'),
    ),
    positive,
  }))
  expect(examples.filter(({opening, positive}) => !opening.test(positive))).toEqual([])
})
