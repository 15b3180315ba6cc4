import {afterEach, beforeEach, expect, test} from 'vitest'

import {serveLake} from '../serve-lake.ts'
import {serveTestLake, type TestLake} from '../serve-test-lake.ts'
import type {PublishGuard} from './publish-guard.ts'

let lake: TestLake
let now: Date
const judged: unknown[] = []
const mayPublish: PublishGuard = (document, {related}) => {
  judged.push([document._id, related.map(({_id}) => _id)])
  return document['embargoed'] === true ? 'It is under embargo' : {checked: true}
}

beforeEach(async () => {
  now = new Date('2026-11-23T06:00:00Z')
  judged.length = 0
  lake = await serveTestLake({now: () => now, mayPublish})
})
afterEach(() => lake.close())

/** What the Studio sends for "Schedule publish". */
async function schedule(content: Readonly<Record<string, unknown>>, publishAt: string) {
  const client = lake.client(lake.lake.administratorToken, {perspective: 'raw'})
  await client.create({_id: 'drafts.a', _type: 'note', ...content})
  const releaseId = 'rS1'
  const metadata = {
    title: 'Scheduled draft',
    releaseType: 'scheduled',
    cardinality: 'one',
    intendedPublishAt: publishAt,
  } as const
  await client.releases.create({releaseId, metadata})
  await client.createVersion({
    releaseId,
    publishedId: 'a',
    baseId: 'drafts.a',
  })
  await client.releases.schedule({releaseId, publishAt})
  return client
}

test('a scheduled draft goes out when its time has come, not before, in the name of whoever scheduled it', async () => {
  const client = await schedule({text: 'Good morning'}, '2026-11-23T08:00:00+01:00')
  now = new Date('2026-11-23T06:59:59Z')
  await lake.lake.publishDue()
  expect(await client.getDocument('a')).toBeUndefined()

  now = new Date('2026-11-23T07:00:00Z')
  await lake.lake.publishDue()
  expect(await client.getDocument('a')).toMatchObject({
    _id: 'a',
    text: 'Good morning',
    checked: true,
  })
  expect(await client.fetch('*[_id in path("versions.**")]')).toEqual([])
  expect(await client.fetch('*[_type == "system.release"][0]{state, publishedAt}')).toEqual({
    state: 'published',
    publishedAt: '2026-11-23T07:00:00.000Z',
  })
  const {events} = await client.request<{events: {a: {type: string; author: string}[]}}>({
    url: '/data/history/production/events/documents/a',
  })
  expect(events.a[0]).toMatchObject({
    type: 'publishDocumentVersion',
    author: 'administrator',
    publishCause: 'release.publish',
  })
})

test('what the guard holds back stays where it is, with a notice; put right, it can be scheduled again', async () => {
  const client = await schedule({embargoed: true}, '2026-11-23T07:00:00Z')
  now = new Date('2026-11-23T07:00:01Z')
  await lake.lake.publishDue()
  expect(await client.getDocument('a')).toBeUndefined()
  const release = '*[_type == "system.release"][0]{state, publishAt, error}'
  expect(await client.fetch(release)).toEqual({
    state: 'active',
    publishAt: null,
    error: {message: 'It is under embargo'},
  })

  await client.patch('versions.rS1.a').unset(['embargoed']).commit()
  await client.releases.schedule({releaseId: 'rS1', publishAt: '2026-11-23T07:00:01Z'})
  expect(await client.fetch(release)).toMatchObject({state: 'scheduled', error: null})
  await lake.lake.publishDue()
  expect(await client.getDocument('a')).toMatchObject({_id: 'a'})
})

test('the guard sees the published document, what refers to it and what those refer to', async () => {
  const mutations = [
    {create: {_id: 'a', _type: 'note', by: {_type: 'reference', _ref: 'writer'}}},
    {create: {_id: 'writer', _type: 'person'}},
    {create: {_id: 'source.a', _type: 'source'}},
    {create: {_id: 'stranger', _type: 'note'}},
    {
      create: {
        _id: 'record.a',
        _type: 'record',
        of: {_type: 'reference', _ref: 'a', _weak: true},
        source: {_type: 'reference', _ref: 'source.a', _weak: true},
      },
    },
  ]
  await lake.lake.store.dataset('production').commit({mutations, author: 'administrator'})
  await schedule({}, '2026-11-23T06:00:00Z')
  await lake.lake.publishDue()
  expect(judged[0]).toEqual(['a', ['a', 'record.a', 'source.a', 'writer']])
})

test('what came due while no lake ran goes out when one starts', async () => {
  const client = await schedule({text: 'Late'}, '2026-11-23T07:00:00Z')
  await lake.served.close()
  now = new Date('2026-11-24T00:00:00Z')
  const again = await serveLake(lake.lake, {port: lake.served.port, host: '127.0.0.1'})
  try {
    await expect.poll(() => client.getDocument('a'), {timeout: 3000}).toMatchObject({text: 'Late'})
  } finally {
    await again.close()
  }
})

test('a store that cannot be read stops neither the lake nor its end, and is told', async () => {
  const told: string[] = []
  const desk = await serveTestLake({report: ({message}) => told.push(message)})
  desk.lake.store.database.exec('ALTER TABLE documents RENAME TO elsewhere')
  await desk.lake.publishDue()
  expect(told).toContain('no such table: documents')
  await desk.close()
})

test('a schedule without an instant is refused', async () => {
  const client = lake.client(lake.lake.administratorToken)
  await client.releases.create({releaseId: 'rS2', metadata: {releaseType: 'scheduled'}})
  await expect(client.releases.schedule({releaseId: 'rS2', publishAt: 'soon'})).rejects.toThrow(
    'Action needs an instant in "publishAt"',
  )
})
