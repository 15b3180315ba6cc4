import {expect, test} from 'vitest'

import {namedAgencies} from './agency-names.ts'
import {
  headlineNoFullStop,
  headlineNoResidue,
  headlineNotAllCapitals,
  headlineNotFirstSentence,
  headlinePresent,
  headlineWithinLimit,
} from './headline.ts'

const missing = 'The story has no headline: the source gave none, write one'

test.for([
  ['Ferry returns', true],
  ['  ', missing],
  [undefined, missing],
  [7, missing],
] as const)('headlinePresent: %s', ([headline, expected]) => {
  expect(headlinePresent(headline)).toBe(expected)
})

test.for([
  ['FERRY RETURNS', 'The headline is all in capitals'],
  ['Ferry returns to NATO port', true],
  ['7', true],
  [undefined, true],
] as const)('headlineNotAllCapitals: %s', ([headline, expected]) => {
  expect(headlineNotAllCapitals(headline)).toBe(expected)
})

test.for([
  ['Ferry returns.', 'The headline ends with a full stop'],
  ['Ferry returns...', true],
  ['Ferry returns to the U.S.', true],
  ['Ferry returns?', true],
  [undefined, true],
] as const)('headlineNoFullStop: %s', ([headline, expected]) => {
  expect(headlineNoFullStop(headline)).toBe(expected)
})

test.for([
  ['12345', true],
  ['123456', 'The headline has 6 characters, more than 5'],
  ['🚢🚢🚢🚢🚢', true],
  [null, true],
] as const)('headlineWithinLimit of 5: %s', ([headline, expected]) => {
  expect(headlineWithinLimit(headline, 5)).toBe(expected)
})

const body = [
  {_type: 'block', style: 'crossHead', children: [{text: 'At sea'}]},
  {_type: 'block', style: 'normal', children: [{text: 'Ferry “Nora” returns. It was late.'}]},
]

test.for([
  ['ferry Nora returns', 'The headline repeats the first sentence of the text'],
  ['Ferry Nora returns late', true],
  ['', true],
] as const)('headlineNotFirstSentence: %s', ([headline, expected]) => {
  expect(headlineNotFirstSentence(headline, body)).toBe(expected)
})

test.for([
  ['UPDATE 1-Ferry returns', 'The headline still holds "UPDATE 1-"'],
  ['(2nd LD) Ferry returns', 'The headline still holds "(2nd LD)"'],
  ['Ferry returns (LEAD)', 'The headline still holds "(LEAD)"'],
  ['Ferry returns REUTERS', 'The headline still holds "REUTERS"'],
  ['Ferry returns, Reuters says', true],
  ['Update of ferry plan', true],
  ['Pilots sue AFP', true],
  [undefined, true],
] as const)('headlineNoResidue: %s', ([headline, expected]) => {
  expect(headlineNoResidue(headline, namedAgencies())).toBe(expected)
})
