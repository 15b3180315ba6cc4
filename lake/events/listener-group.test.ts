import {afterEach, beforeEach, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../routes/open-test-lake.ts'
import {readEvents} from '../routes/read-events.ts'
import {serveTestLake} from '../serve-test-lake.ts'
import {createListeners, type ListenerRequest} from './open-listener.ts'

let lake: TestLake
beforeEach(() => {
  lake = openTestLake()
})
afterEach(() => {
  lake.close()
})

function listenTo(query: string): ListenerRequest {
  return {
    interest: {
      query,
      params: {},
      mayRead: () => true,
      includeResult: false,
      includePreviousRevision: false,
      includeMutations: true,
      includeEffects: false,
      includeAllVersions: false,
      visibility: 'transaction',
    },
    caller: 'user',
    listenerName: 'one',
    resumeAfter: undefined,
  }
}

test('equal listeners share one check of their filter, and each gets the event', async () => {
  const dataset = lake.store.dataset('production')
  const asked: unknown[] = []
  const watched: typeof dataset = {
    ...dataset,
    match(query, params, documents) {
      asked.push([query, documents.map(({_id}) => _id)])
      return dataset.match(query, params, documents)
    },
  }
  const openListener = createListeners()
  const query = '*[_type == "note" && defined(text)]'
  const streams = Array.from({length: 20}, () => readEvents(openListener(watched, listenTo(query))))
  for (const stream of streams) expect((await stream.next()).event).toBe('welcome')
  const mutations = [
    {create: {_id: 'a', _type: 'note', text: 'One'}},
    {create: {_id: 'b', _type: 'article'}},
  ]
  await dataset.commit({mutations, author: 'alice'})
  for (const stream of streams) expect((await stream.next()).data['documentId']).toBe('a')
  // "b" can be told apart by its type
  expect(asked).toEqual([[query, ['a']]])
})

test('a filter that never ends its work ends its listener, and no other notices', async () => {
  const desk = await serveTestLake({evaluation: 'apart'})
  const client = desk.client(desk.lake.administratorToken)
  const listen = async (query: string, params = '') => {
    const address = `${desk.served.url}/v1/data/listen/production?query=${encodeURIComponent(query)}${params}`
    const headers = {authorization: `Bearer ${desk.lake.administratorToken}`}
    const events = readEvents(await fetch(address, {headers}))
    expect((await events.next()).event).toBe('welcome')
    return events
  }
  const many = encodeURIComponent(JSON.stringify([...Array(1500).keys()]))
  const endless = await listen(
    '*[count($many[count($many[count($many[@ > ^]) > 0]) > 0]) > 0]',
    `&%24many=${many}`,
  )
  const plain = await listen('*[_type == "note" && defined(text)]')
  await client.create({_id: 'a', _type: 'note', text: 'One'})
  expect((await plain.next()).data['documentId']).toBe('a')
  await expect(endless.next()).rejects.toThrow('The stream has ended')
  await plain.close()
  await desk.close()
})
