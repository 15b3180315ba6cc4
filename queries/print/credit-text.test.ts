import {expect, test} from 'vitest'

import {creditText} from './credit-text.ts'

const reuters = {name: 'Reuters', relation: 'sole'}
const both = [
  {name: 'AFP', relation: 'combined'},
  {name: 'Reuters', relation: 'combined'},
] as const

test.for([
  ['one agency in capitals', [reuters], undefined, 'REUTERS'],
  ['two in the order given', both, 'capitals', 'AFP, REUTERS'],
  ['two by name', both, 'names', 'AFP, Reuters'],
  ['two in parentheses', both, 'parentheses', '(AFP, Reuters)'],
  ['a publication that prints none', both, 'none', ''],
  [
    'once what stands in the dateline and at the end',
    [reuters, reuters, {name: 'Reuters', relation: 'withInputsFrom'}],
    'names',
    'Reuters',
  ],
  [
    'inputs beside the main source',
    [reuters, {name: 'PTI', relation: 'withInputsFrom'}],
    'names',
    'Reuters, with inputs from PTI',
  ],
  [
    'inputs alone',
    [
      {name: 'PTI', relation: 'withInputsFrom'},
      {name: 'ANI', relation: 'withInputsFrom'},
    ],
    'parentheses',
    '(With inputs from PTI and ANI)',
  ],
  [
    'a chain',
    [
      {name: 'Gazeta', relation: 'sole'},
      {name: 'Reuters', relation: 'via'},
    ],
    null,
    'GAZETA via REUTERS',
  ],
  [
    'a distributor',
    [{name: 'Courier'}, {name: 'Press Service', relation: 'distributedBy'}],
    'names',
    'Courier, distributed by Press Service',
  ],
  ['nobody', [{name: null, relation: 'sole'}], 'parentheses', ''],
  ['nothing', undefined, undefined, ''],
] as const)('creditText: %s', ([, credits, policy, expected]) => {
  expect(creditText(credits, policy)).toBe(expected)
})
