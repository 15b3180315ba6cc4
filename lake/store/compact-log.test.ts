import {afterEach, beforeEach, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../routes/open-test-lake.ts'
import {readEvents} from '../routes/read-events.ts'
import {checkStore} from './check-store.ts'
import {shrinkFile, trimLog} from './compact-log.ts'

let lake: TestLake
beforeEach(() => {
  lake = openTestLake()
})
afterEach(() => {
  lake.close()
})

test('trimming leaves documents, the newest history and a log that replays', async () => {
  const client = lake.client('alice')
  await client.create({_id: 'a', _type: 'note', text: 'One'})
  await client.patch('a').set({text: 'Two'}).commit()
  await client.patch('a').set({text: 'Three'}).commit()
  const [newest, second] = lake.store.database
    .prepare('SELECT timestamp FROM transactions ORDER BY sequence DESC')
    .all()
    .map(({timestamp}) => String(timestamp))
  expect(await trimLog(lake.store.database, second ?? '')).toEqual({removed: 1, kept: 2})
  expect(checkStore(lake.store.database)).toEqual({documents: 1, transactions: 2, faults: []})
  const textAt = async (time: string | undefined) => {
    const {documents} = await client.request<{documents: {text: string}[]}>({
      url: `/data/history/production/documents/a?time=${time}`,
    })
    return documents.map(({text}) => text)
  }
  expect(await textAt(newest)).toEqual(['Three'])
  expect(await textAt(second)).toEqual(['Two'])
  expect(await textAt('2020-01-01T00:00:00Z')).toEqual([])
})

test('an archived release can be brought back after its log was trimmed', async () => {
  const client = lake.client('alice')
  const act = (actionType: string, more: object = {}) =>
    client.request({
      url: '/data/actions/production',
      method: 'POST',
      body: {actions: [{actionType: `sanity.action.${actionType}`, releaseId: 'r1', ...more}]},
    })
  await act('release.create')
  await act('document.version.create', {
    publishedId: 'a',
    document: {_id: 'versions.r1.a', _type: 'note', text: 'Later'},
  })
  await act('release.archive')
  await client.create({_id: 'z', _type: 'note'})
  await trimLog(lake.store.database, '2100-01-01T00:00:00Z')
  await act('release.unarchive')
  expect(await client.fetch('*[_id == "versions.r1.a"][0].text', {}, {perspective: 'raw'})).toBe(
    'Later',
  )
  expect(checkStore(lake.store.database).faults).toEqual([])
})

test('over a gap that trimming left nobody resumes, and nobody is told what was then', async () => {
  const client = lake.client('alice')
  await client.releases.create({releaseId: 'r1'})
  await client.releases.archive({releaseId: 'r1'}, {transactionId: 'archived'})
  await client.create({_id: 'a', _type: 'note', text: 'One'})
  await client.patch('a').set({text: 'Two'}).commit()
  await client.patch('a').set({text: 'Three'}).commit()
  await trimLog(lake.store.database, '2100-01-01T00:00:00Z')
  await client.patch('a').set({text: 'Four'}).commit()

  const listener = readEvents(
    await lake.request(
      '/v1/data/listen/production?query=*&enableResume=true',
      {headers: {'last-event-id': 'archived#_.releases.r1'}},
      'alice',
    ),
  )
  expect((await listener.next()).event).toBe('reset')
  const live = readEvents(
    await lake.request(
      '/v1/data/live/events/production?includeDrafts=true',
      {headers: {'last-event-id': 'archived'}},
      'alice',
    ),
  )
  expect((await live.next()).event).toBe('restart')
  const then = await lake.request(
    '/v1/data/history/production/documents/a?revision=archived',
    {},
    'alice',
  )
  expect(await then.json()).toEqual({documents: []})
})

test('shrinking gives the room back in parts, and others write in between', async () => {
  const client = lake.client('alice')
  const text = 'x'.repeat(6e5)
  for (const id of ['a', 'b', 'c']) await client.create({_id: id, _type: 'note', text})
  await client.delete({query: '*[_type == "note"]'})
  await trimLog(lake.store.database, '2100-01-01T00:00:00Z')
  const pages = () => Number(lake.store.database.prepare('PRAGMA page_count').get()?.['page_count'])
  const before = pages()
  const done: string[] = []
  await Promise.all([
    shrinkFile(lake.store.database).then(() => done.push('shrunk')),
    client.create({_id: 'z', _type: 'note'}).then(() => done.push('written')),
  ])
  expect(done).toEqual(['written', 'shrunk'])
  expect(pages()).toBeLessThan(before * 0.6)
  expect(checkStore(lake.store.database).faults).toEqual([])
})
