import {expect, test} from 'vitest'

import type {BoilerplateRule} from './boilerplate-rule.ts'
import {BOILERPLATE_RULES} from './boilerplate-rules.ts'
import {checkRules} from './check-rules.ts'

const RULE: BoilerplateRule = {
  name: 'tide-table',
  version: 3,
  pattern: 'Today’s tides: .{3,60}',
  scope: 'line',
  where: 'any',
  class: 'promo',
  reason: 'Tide table',
  positive: 'Today’s tides: 6.12, 18.40',
  nearMiss: 'Today’s tides are the highest since 1953.',
}

test('the built-in rules keep what they promise', () => {
  expect(checkRules(BOILERPLATE_RULES)).toEqual([])
})

test.for([
  ['a rule that holds has no fault', {}, []],
  ['a rule of one paper is checked too', {publication: 'hh'}, []],
  ['an example that is not taken', {positive: 'Tides: 6.12'}, ['example']],
  ['a near miss that is taken', {nearMiss: 'Today’s tides: the highest since 1953'}, ['near-miss']],
  ['a near miss that is not there', {nearMiss: ''}, ['near-miss']],
  ['a pattern that is no expression', {pattern: '('}, ['pattern']],
] as const)('%s', ([, change, codes]) => {
  expect(checkRules([{...RULE, ...change}]).map(({code}) => code)).toEqual(codes)
})
