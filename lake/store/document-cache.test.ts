import {afterEach, beforeEach, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../routes/open-test-lake.ts'
import {trimLog} from './compact-log.ts'
import {openDocumentCache} from './document-cache.ts'

let lake: TestLake
beforeEach(() => {
  lake = openTestLake()
})
afterEach(() => {
  lake.close()
})

function textOf(id: string): unknown {
  return openDocumentCache(lake.store.database, 'production').get(id)?.['text']
}

test('a document is read once, and anew after it was changed, deleted or made', async () => {
  const client = lake.client('alice')
  await client.create({_id: 'a', _type: 'note', text: 'One'})
  expect([textOf('a'), textOf('b')]).toEqual(['One', undefined])
  lake.store.database.exec(`UPDATE documents SET json = replace(json, 'One', 'Unseen')`)
  expect(textOf('a')).toBe('One')
  await client.patch('a').set({text: 'Two'}).commit()
  await client.create({_id: 'b', _type: 'note', text: 'New'})
  expect([textOf('a'), textOf('b')]).toEqual(['Two', 'New'])
  await client.delete('a')
  expect([textOf('a'), textOf('b')]).toEqual([undefined, 'New'])
})

test('of a document with long attributes the head is read first, the rest when it is looked at', async () => {
  const text = 'One '.repeat(500)
  const {_rev} = await lake
    .client('alice')
    .create({_id: 'a', _type: 'note', first: 1, text, list: [text], last: null})
  const document = openDocumentCache(lake.store.database, 'production').get('a')
  expect([document?.['first'], document?.['last']]).toEqual([1, null])
  lake.store.database.exec(`UPDATE documents SET json = replace(json, 'One', 'Two')`)
  const changed = text.replaceAll('One', 'Two')
  expect([document?.['text'], textOf('a')]).toEqual([changed, changed])
  expect(Object.entries(document ?? {}).filter(([name]) => !name.endsWith('At'))).toEqual([
    ['_id', 'a'],
    ['_type', 'note'],
    ['first', 1],
    ['text', changed],
    ['list', [changed]],
    ['last', null],
    ['_rev', _rev],
  ])
})

test('what the trimmed log no longer tells is read anew', async () => {
  const client = lake.client('alice')
  await client.create({_id: 'a', _type: 'note', text: 'One'})
  expect(textOf('a')).toBe('One')
  await client.patch('a').set({text: 'Two'}).commit()
  await client.create({_id: 'b', _type: 'note', text: 'New'})
  await trimLog(lake.store.database, '2027-01-01T00:00:00Z')
  expect(textOf('a')).toBe('Two')
})

test('a name that another dataset has is another document', async () => {
  await lake.client('alice').create({_id: 'a', _type: 'note', text: 'One'})
  await lake.client('alice', {dataset: 'other'}).create({_id: 'a', _type: 'note', text: 'Other'})
  expect(textOf('a')).toBe('One')
  expect(openDocumentCache(lake.store.database, 'other').get('a')?.['text']).toBe('Other')
})
