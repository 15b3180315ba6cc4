import {expect, test} from 'vitest'

import {printedValue} from './printed-value.ts'

const names = new Map([['contributor-ann-lee', 'Ann Lee']])
const block = (text: string) => ({_type: 'block', children: [{_type: 'span', text}]})

test.for([
  ['a headline', 'Ferry stops', 'Ferry stops'],
  ['a paragraph', block('Ferry stops'), 'Ferry stops'],
  ['a key point', {_type: 'keyPoint', text: 'Ferry stops'}, 'Ferry stops'],
  ['a byline', {_type: 'byline', nameAsWritten: 'Bo Ek', role: 'editing'}, 'Editing by Bo Ek'],
  [
    'a contributor',
    {_type: 'byline', contributor: {_ref: 'contributor-ann-lee'}, locationText: 'Oslo'},
    'By Ann Lee in Oslo',
  ],
  ['a credit', {_type: 'wireCredit', verbatim: '– Reuters'}, '– Reuters'],
  ['an embargo', {_type: 'embargo', active: true, textAsReceived: 'Hold'}, 'Hold'],
  ['a list', [block('One'), block('Two')], 'One\nTwo'],
  ['nothing', undefined, ''],
] as const)('printedValue: %s', ([, value, text]) => {
  expect(printedValue(value, names)).toBe(text)
})
