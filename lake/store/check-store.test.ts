import {afterEach, beforeEach, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../routes/open-test-lake.ts'
import {checkStore} from './check-store.ts'

let lake: TestLake
beforeEach(async () => {
  lake = openTestLake()
  const dataset = lake.store.dataset('production')
  const author = 'alice'
  await dataset.commit({author, mutations: [{create: {_id: 'a', _type: 'note', text: 'One'}}]})
  await dataset.commit({author, mutations: [{patch: {id: 'a', set: {text: 'One 🐟 two'}}}]})
  await dataset.commit({author, mutations: [{create: {_id: 'b', _type: 'note'}}]})
  await dataset.commit({author, mutations: [{delete: {id: 'b'}}]})
})
afterEach(() => {
  lake.close()
})

test('a sound file has documents, transactions and no fault', () => {
  expect(checkStore(lake.store.database)).toEqual({documents: 1, transactions: 4, faults: []})
})

const text = `json_set(json, '$.text', 'Another')`
test.for([
  ['a document that the log does not know', `UPDATE documents SET json = ${text}`, 'a'],
  ['a document that is gone', `DELETE FROM documents`, 'a'],
  [
    'a transaction that is half gone',
    `DELETE FROM effects WHERE previous_revision IS NOT NULL AND document_id = 'a'`,
    'a',
  ],
  ['a deletion that the log forgot', `DELETE FROM effects WHERE result_revision IS NULL`, 'b'],
] as const)('%s is a fault', ([, damage, id]) => {
  lake.store.database.exec(damage)
  expect(checkStore(lake.store.database).faults).toEqual([
    expect.stringContaining(`production: document "${id}"`),
  ])
})
