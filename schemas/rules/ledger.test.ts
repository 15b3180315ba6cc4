import {expect, test} from 'vitest'

import {ledgerWhole, littleRemoved, spansResolved} from './ledger.ts'

const source = {
  _id: 'source.1',
  raw: 'PAGE 2 The ferry sails. Join us now',
  ledger: JSON.stringify([
    {start: 0, end: 7, kind: 'unresolved'},
    {start: 7, end: 23, kind: 'field'},
    {start: 23, end: 35, kind: 'removed'},
  ]),
}
const open = 'Stretches of the received text that wait for a decision: 1, first "PAGE 2"'

test.for([
  ['nobody decided', undefined, open],
  ['somebody did', {resolutions: [{start: 0, end: 7, kind: 'dismissed'}]}, true],
  [
    'somebody did for this source',
    {resolutions: [{start: 0, end: 7, source: {_ref: 'source.1'}}]},
    true,
  ],
  [
    'somebody did for another source',
    {resolutions: [{start: 0, end: 7, source: {_ref: 'source.2'}}]},
    open,
  ],
  ['somebody did for another stretch', {resolutions: [{start: 0, end: 6}]}, open],
] as const)('spansResolved: %s', ([, record, expected]) => {
  expect(spansResolved(source, record)).toBe(expected)
})

test.for([
  ['without faults', source, [], true],
  ['with a fault', source, ['gap at 7'], 'The ledger of the received text is broken: gap at 7'],
  ['that is no JSON', {ledger: '['}, [], 'The ledger of the received text cannot be read'],
] as const)('ledgerWhole: a ledger %s', ([, stored, faults, expected]) => {
  expect(ledgerWhole(stored, faults)).toBe(expected)
})

test.for([
  ['a third', source, '34 per cent of the received text was taken out'],
  ['a fifth', {raw: '0123456789', ledger: '[{"kind":"removed","start":0,"end":2}]'}, true],
  ['nothing', {raw: '0123456789', ledger: '[]'}, true],
  ['no text', {raw: '', ledger: '[]'}, true],
] as const)('littleRemoved: %s', ([, stored, expected]) => {
  expect(littleRemoved(stored)).toBe(expected)
})
