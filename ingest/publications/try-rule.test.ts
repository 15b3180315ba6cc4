import {expect, test} from 'vitest'

import type {BoilerplateRule} from './boilerplate-rule.ts'
import {tryRule} from './try-rule.ts'

const RULE: BoilerplateRule = {
  name: 'tide-table',
  version: 3,
  publication: 'hh',
  pattern: 'Today’s tides: [^.]{3,60}',
  scope: 'line',
  where: 'any',
  class: 'promo',
  reason: 'Tide table',
  positive: 'Today’s tides: 6.12, 18.40',
  nearMiss: 'Today’s tides are the highest since 1953.',
}

test('a trial shows what is taken, what stands inside a paragraph and what only begins alike', () => {
  const raw = `The quay was flooded on Monday.

Today’s tides: six and noon

The sign said “Today’s tides: closed” and nobody asked. It was wet. Today’s tides are high, a pilot said.
`
  expect(tryRule(RULE, raw).map(({type, text}) => [type, text])).toEqual([
    ['hit', 'Today’s tides: six and noon'],
    ['inBody', 'Today’s tides: closed” and nobody asked'],
    ['nearMiss', 'Today’s tides are high, a pilot said.'],
  ])
})

test('offsets count in the text as it came', () => {
  const raw = 'The quay was\nflooded on Monday.\n\nToday’s tides: six'
  const [trial] = tryRule(RULE, raw)
  expect(raw.slice(trial?.start, trial?.end)).toBe('Today’s tides: six')
})
