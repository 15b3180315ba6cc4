import {expect, test} from 'vitest'

import {openFindings} from './open-findings.ts'

const finding = {
  _key: 'f1',
  _type: 'finding',
  code: 'credit-or-prose',
  message: 'Is “WIRE” the credit or part of the sentence?',
  alternatives: ['credit: WIRE', 'part of the sentence'],
  where: {start: 40, end: 44},
  state: 'open',
}

test('only open findings, in the order of the text', () => {
  const record = {
    findings: [
      finding,
      {...finding, _key: 'f2', state: 'dismissed'},
      {...finding, _key: 'f3', where: {start: 0, end: 3}, alternatives: undefined},
    ],
  }

  expect(openFindings(record)).toEqual([
    {
      key: 'f3',
      code: 'credit-or-prose',
      message: 'Is “WIRE” the credit or part of the sentence?',
      alternatives: [],
      start: 0,
      end: 3,
    },
    {
      key: 'f1',
      code: 'credit-or-prose',
      message: 'Is “WIRE” the credit or part of the sentence?',
      alternatives: ['credit: WIRE', 'part of the sentence'],
      start: 40,
      end: 44,
    },
  ])
})

test('an article without a record has none', () => {
  expect(openFindings(undefined)).toEqual([])
})
