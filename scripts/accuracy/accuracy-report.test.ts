import {expect, test} from 'vitest'

import {accuracyReport, readScore} from './accuracy-report.ts'

const answer = {
  n: 3,
  exact: 2,
  core: 3,
  fields: {
    headline: {tp: 1, fp: 0, fn: 1, n: 3, P: 1, R: 0.5},
    standfirst: {tp: 0, fp: 0, fn: 0, n: 3, P: null, R: null},
  },
  misses: [{id: 'b-1', fields: ['headline']}],
}
const records = [
  {id: 'a-1', source: 'a'},
  {id: 'a-2', source: 'a'},
  {id: 'b-1', source: 'b'},
]

test('figures are counted by field and by source, and hold no text', () => {
  const score = readScore('hand', answer, records)
  expect(accuracyReport([score], {date: '2026-11-23', machine: 'a desk', parserVersion: '2'}))
    .toBe(`Taken on 2026-11-23 with parser version 2 on a desk.

### Read by hand (3 texts)

Wholly right: 2 of 3 (66.7 %). Right in the core fields: 3 (100.0 %).

| Field    | In the gold | Precision | Recall |
| -------- | ----------: | --------: | -----: |
| headline |           2 |   100.0 % | 50.0 % |

| Source | Texts | Wholly right |
| ------ | ----: | -----------: |
| a      |     2 |            2 |
| b      |     1 |            0 |`)
})

test('an answer of another shape is refused', () => {
  expect(() => readScore('hand', {}, [])).toThrow('Cannot read the score')
})
