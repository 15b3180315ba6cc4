import fc from 'fast-check'
import {evaluateSync, parse} from 'groq-js'
import {expect, test} from 'vitest'

import {createTextGatherer} from './gather-text.ts'
import {LENGTH_ATTRIBUTE, WORDS_ATTRIBUTE} from './rewrite-text-query.ts'

function gather(text: string, words: string): Readonly<Record<string, unknown>> {
  return createTextGatherer([WORDS_ATTRIBUTE + words])({_id: 'a', _type: 'note', text})
}

function pieces(...more: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.constantFrom('k', 'K', 'a', 's', 'é', '\u017F', '\u212A', '9', '.', ' ', ...more)
  return fc.array(piece).map((parts) => parts.join(''))
}

test('of a text the words that can be meant are gathered, and how many there are in all', () => {
  const gathered = gather('Kafka k.a.b .kai akka ka-la SKA \u212Aa ka', 'ka*')
  expect(gathered[`${WORDS_ATTRIBUTE}ka*`]).toBe('Kafka kab kai ka ka')
  expect(gathered[LENGTH_ATTRIBUTE]).toBe('9')
})

test('what is gathered matches as the text does', () => {
  const tree = parse('text match $words')
  const matches = (text: unknown, words: string) =>
    evaluateSync(tree, {root: {text}, params: {words}}).data
  fc.assert(
    fc.property(pieces('-', '..'), pieces('*'), (text, words) => {
      const gathered = gather(text, words)[WORDS_ATTRIBUTE + words]
      expect(matches(gathered, words)).toBe(matches(text, words))
    }),
    {numRuns: Number(process.env['LAW_RUNS'] ?? 100)},
  )
})
