import type {SanityClient, SanityDocumentStub} from '@sanity/client'
import fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {openTestLake, type TestLake} from './open-test-lake.ts'
import {readEvents} from './read-events.ts'

let lake: TestLake
let alice: SanityClient
beforeEach(() => {
  lake = openTestLake()
  alice = lake.client('alice')
})
afterEach(() => {
  lake.close()
})

interface Listening {
  readonly parameters?: string
  readonly userId?: string | undefined
  readonly lastEventId?: string
}

async function listen(query: string, {parameters = '', lastEventId, ...as}: Listening = {}) {
  const response = await lake.request(
    `/v2025-02-19/data/listen/production?query=${encodeURIComponent(query)}&${parameters}`,
    lastEventId === undefined ? {} : {headers: {'last-event-id': lastEventId}},
    'userId' in as ? as.userId : 'alice',
  )
  return readEvents(response)
}

describe('listen', () => {
  test('the events of one transaction come in one piece', async () => {
    const response = await lake.request(
      '/v2025-02-19/data/listen/production?query=*[_type=="article"]',
      {},
      'alice',
    )
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const welcome = [await reader?.read(), await reader?.read()]
    await alice
      .transaction()
      .create({_id: 'a', _type: 'article'})
      .create({_id: 'b', _type: 'article'})
      .commit()
    const piece = await reader?.read()
    await reader?.cancel()

    expect(welcome[1]?.value).toMatch(/^event: welcome\n/u)
    expect(piece?.value?.match(/"documentId":"."/gu)).toEqual([
      '"documentId":"a"',
      '"documentId":"b"',
    ])
  })

  test('publishing is two events of one transaction, with what the Studio needs', async () => {
    await alice.create({_id: 'a', _type: 'article', headline: 'One'})
    await alice
      .transaction()
      .create({_id: 'drafts.a', _type: 'article', headline: 'One up'})
      .transactionId('tx-edit')
      .commit()
    const events = await listen('*[_id in ["a", "drafts.a"]]', {
      parameters: 'effectFormat=mendoza&includeResult=true&includePreviousRevision=true',
    })
    await alice.action(
      {actionType: 'sanity.action.document.publish', draftId: 'drafts.a', publishedId: 'a'},
      {transactionId: 'tx-publish'},
    )
    const before = {
      _id: 'a',
      _type: 'article',
      headline: 'One',
      _createdAt: '2026-11-23T06:00:00.000Z',
      _updatedAt: '2026-11-23T06:00:00.000Z',
      _rev: 'id-1',
    }
    const after = {
      ...before,
      headline: 'One up',
      _updatedAt: '2026-11-23T06:00:02.000Z',
      _rev: 'tx-publish',
    }
    const draft = {
      _id: 'drafts.a',
      _type: 'article',
      headline: 'One up',
      _createdAt: '2026-11-23T06:00:01.000Z',
      _updatedAt: '2026-11-23T06:00:01.000Z',
    }
    const shared = {
      transactionId: 'tx-publish',
      identity: 'alice',
      resultRev: 'tx-publish',
      timestamp: '2026-11-23T06:00:02.000Z',
      visibility: 'transaction',
      transactionTotalEvents: 2,
    }
    const {_rev, ...created} = after
    expect(await events.take(3)).toEqual([
      {event: 'welcome', id: 'tx-edit#', data: {listenerName: 'id-2'}},
      {
        event: 'mutation',
        id: 'tx-publish#a',
        data: {
          ...shared,
          eventId: 'tx-publish#a',
          documentId: 'a',
          transition: 'update',
          previousRev: 'id-1',
          transactionCurrentEvent: 1,
          mutations: [{createOrReplace: created}],
          effects: {
            apply: [11, 3, 23, 0, 18, 22, '2', 23, 19, 24, 15, 11, 4, 23, 0, 3, 22, ' up', 15],
            revert: [11, 3, 23, 0, 18, 22, '0', 23, 19, 24, 15, 11, 4, 23, 0, 3, 15],
          },
          result: after,
          previous: before,
        },
      },
      {
        event: 'mutation',
        id: 'tx-publish#drafts.a',
        data: {
          ...shared,
          eventId: 'tx-publish#drafts.a',
          documentId: 'drafts.a',
          transition: 'disappear',
          previousRev: 'tx-edit',
          transactionCurrentEvent: 2,
          mutations: [{delete: {id: 'drafts.a'}}],
          effects: {apply: [0, null], revert: [0, draft]},
          previous: {...draft, _rev: 'tx-edit'},
        },
      },
    ])
  })

  test('a transaction counts for each listener only what it gets', async () => {
    const events = await listen('*[_type == "article"]{headline} | order(headline)[0...10]')
    await alice
      .transaction()
      .create({_id: 'c', _type: 'contributor'})
      .create({_id: 'a', _type: 'article'})
      .commit()
    const [, mutation] = await events.take(2)
    expect(mutation?.data).toMatchObject({
      documentId: 'a',
      transition: 'appear',
      transactionTotalEvents: 1,
      transactionCurrentEvent: 1,
    })
    expect(mutation?.data).not.toHaveProperty('previousRev')
  })

  test('mutations are left out for those who do not want them', async () => {
    const events = await listen('*', {parameters: 'includeMutations=false&visibility=query'})
    await alice.transaction().create({_id: 'a', _type: 'article'}).transactionId('tx-1').commit()
    const [, mutation] = await events.take(2)
    expect(mutation?.data).toEqual({
      documentId: 'a',
      eventId: 'tx-1#a',
      identity: 'alice',
      resultRev: 'tx-1',
      timestamp: '2026-11-23T06:00:00.000Z',
      transactionCurrentEvent: 1,
      transactionId: 'tx-1',
      transactionTotalEvents: 1,
      transition: 'appear',
      visibility: 'query',
    })
  })

  test('a query that nests deeper than the stack is told of as the listener’s fault', async () => {
    const events = await listen(`*[${'['.repeat(1900)}${']'.repeat(1900)}]`)
    const {event, data} = await events.next()
    expect([event, data['error']]).toMatchObject(['channelError', {type: 'queryParseError'}])
  })

  test('a visibility that does not exist is refused', async () => {
    const path = '/v2025-02-19/data/listen/production?query=*&visibility=sync'
    const answer = await lake.request(path, {}, 'alice')
    expect([answer.status, (await answer.json()).message]).toEqual([
      400,
      'Invalid visibility "sync": choose one of transaction, query',
    ])
  })

  test('a document appears and disappears by what the filter says of it', async () => {
    const events = await listen('*[_type == "article" && urgent == true]')
    await alice.create({_id: 'a', _type: 'article'})
    await alice.patch('a').set({urgent: true}).commit()
    await alice.patch('a').set({words: 3}).commit()
    await alice.patch('a').set({urgent: false}).commit()
    const [, ...mutations] = await events.take(4)
    expect(mutations.map(({data}) => data['transition'])).toEqual(['appear', 'update', 'disappear'])
  })

  test('the real client listens', async () => {
    const heard: unknown[] = []
    await new Promise<void>((resolve, reject) => {
      const subscription = alice.listen('*', {}, {events: ['welcome', 'mutation']}).subscribe({
        error: reject,
        next(event) {
          heard.push(event)
          if (event.type === 'welcome') void alice.create({_id: 'a', _type: 'article'})
          if (event.type !== 'mutation') return
          subscription.unsubscribe()
          resolve()
        },
      })
    })
    expect(heard).toMatchObject([
      {type: 'welcome', listenerName: 'id-1'},
      {type: 'mutation', documentId: 'a', result: {_id: 'a', _type: 'article'}},
    ])
  })

  test('a query that cannot be parsed is told in the channel', async () => {
    const events = await listen('*[')
    expect(await events.next()).toMatchObject({
      event: 'channelError',
      data: {error: {type: 'queryParseError', query: '*['}},
    })
  })

  test('anonymous listeners hear of nothing private', async () => {
    const events = await listen('*', {userId: undefined})
    await alice.create({_id: 'drafts.a', _type: 'article'})
    await alice.create({_id: 'source.a', _type: 'sourceText'})
    await alice.create({_id: 'b', _type: 'article'})
    const [, mutation] = await events.take(2)
    expect(mutation?.data).toMatchObject({documentId: 'b'})
  })

  test('documents of releases are told to those who ask for all versions', async () => {
    const some = await listen('*')
    const all = await listen('*', {parameters: 'includeAllVersions=true'})
    await alice.create({_id: 'versions.r1.a', _type: 'article'})
    await alice.create({_id: 'a', _type: 'article'})
    expect((await some.take(2))[1]?.data).toMatchObject({documentId: 'a'})
    expect((await all.take(2))[1]?.data).toMatchObject({documentId: 'versions.r1.a'})
  })
})

describe('resume', () => {
  const resumable = {parameters: 'enableResume=true&effectFormat=mendoza&includeResult=true'}

  test('what was missed comes as it would have come', async () => {
    await alice.create({_id: 'a', _type: 'article', headline: 'One'})
    const live = await listen('*', resumable)
    const welcome = await live.next()
    await alice.patch('a').set({headline: 'Two'}).commit()
    await alice.delete('a')
    await alice.create({_id: 'a', _type: 'article', headline: 'Three'})
    const heard = await live.take(3)

    const resumed = await listen('*', {...resumable, lastEventId: welcome.id ?? ''})
    const [welcomeBack, ...replayed] = await resumed.take(4)
    expect(welcomeBack?.event).toBe('welcomeback')
    expect(replayed).toEqual(heard)

    await alice.patch('a').set({headline: 'Four'}).commit()
    expect((await resumed.next()).data).toMatchObject({result: {headline: 'Four'}})
  })

  test('a listener cut within a transaction gets the whole transaction again', async () => {
    await alice
      .transaction()
      .create({_id: 'a', _type: 'article'})
      .create({_id: 'b', _type: 'article'})
      .transactionId('tx-1')
      .commit()
    const resumed = await listen('*', {...resumable, lastEventId: 'tx-1#a'})
    const events = await resumed.take(3)
    expect(events.map(({event, id}) => [event, id])).toEqual([
      ['welcomeback', undefined],
      ['mutation', 'tx-1#a'],
      ['mutation', 'tx-1#b'],
    ])
  })

  test('an event that the log does not know resets', async () => {
    const resumed = await listen('*', {...resumable, lastEventId: 'lost#a'})
    expect((await resumed.next()).event).toBe('reset')
  })

  test('without resume a reconnect is a new beginning', async () => {
    await alice.create({_id: 'a', _type: 'article'})
    const again = await listen('*', {lastEventId: 'id-1#a'})
    expect((await again.next()).event).toBe('welcome')
  })

  test('effects applied one after the other give the stored document', async () => {
    const operation = fc.oneof(
      fc.record({set: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.string({maxLength: 5}))}),
      fc.record({unset: fc.array(fc.constantFrom('a', 'b', 'body[0]'), {minLength: 1})}),
      fc.record({
        insert: fc.record({
          after: fc.constant('body[-1]'),
          items: fc.array(fc.record({_key: fc.uuid(), text: fc.string({maxLength: 5})}), {
            minLength: 1,
            maxLength: 3,
          }),
        }),
      }),
    )
    let documents = 0
    await fc.assert(
      fc.asyncProperty(fc.array(operation, {minLength: 1, maxLength: 8}), async (operations) => {
        const id = `d${++documents}`
        const dataset = lake.store.dataset('production')
        const start = dataset.log.newest()?.sequence ?? 0
        const mutations = operations.map((patch) => ({patch: {id, ...patch}}))
        for (const mutation of [{create: {_id: id, _type: 'article', body: []}}, ...mutations]) {
          await dataset.commit({mutations: [mutation], author: 'alice'})
        }
        let state: unknown = null
        for (const {changes} of dataset.log.since(start, 100) ?? []) {
          for (const {effects} of changes) state = applyPatch(state, [...effects.apply])
        }
        const [stored] = dataset.getDocuments([id])
        expect({...Object(state), _rev: stored?._rev}).toEqual(stored)
      }),
      {numRuns: 50},
    )
  })
})

/** The tags of a query's answer, and those that a commit then names. */
async function tagsOf(query: string, ...documents: readonly SanityDocumentStub<{_id: string}>[]) {
  const {syncTags = []} = await lake.client().fetch(query, {}, {filterResponse: false})
  const live = readEvents(await lake.request('/vX/data/live/events/production'))
  await live.next()
  await alice.mutate(documents.map((document) => ({createOrReplace: document})))
  const {data} = await live.next()
  const {tags} = data
  return {syncTags, tags: Array.isArray(tags) ? tags : []}
}

function create(id: string, transactionId: string) {
  return alice
    .transaction()
    .create({_id: id, _type: 'article'})
    .transactionId(transactionId)
    .commit()
}

describe('live events', () => {
  test.for([
    ['a document by its id', '*[_id == "a"][0]', {_id: 'a', _type: 'note'}, true],
    ['another document', '*[_id == "a"][0]', {_id: 'b', _type: 'article'}, false],
    ['one of the type', '*[_type == "article"]', {_id: 'b', _type: 'article'}, true],
    ['one of another type', '*[_type == "article"]', {_id: 'b', _type: 'note'}, false],
    ['what is referenced', '*[_id == "r"]{to->{n}}', {_id: 't', _type: 'note', n: 1}, true],
    ['what references', '*[references("t")]', {_id: 'b', _type: 'note', to: {_ref: 't'}}, true],
    [
      'what references another',
      '*[references("t")]',
      {_id: 'b', _type: 'note', to: {_ref: 'r'}},
      false,
    ],
    ['anything, for all documents', 'count(*)', {_id: 'b', _type: 'note'}, true],
    ['nothing, for none', '1 + 1', {_id: 'b', _type: 'note'}, false],
  ] as const)('name %s', async ([, query, document, named]) => {
    await alice.create({_id: 't', _type: 'note'})
    await alice.create({_id: 'r', _type: 'pointer', to: {_type: 'reference', _ref: 't'}})
    const {syncTags, tags} = await tagsOf(query, document)
    expect(syncTags.some((tag) => tags.includes(tag))).toBe(named)
  })

  test('go on where the reader was; drafts are told to nobody without a token', async () => {
    await create('b', 'tx-0')
    const first = readEvents(await lake.request('/vX/data/live/events/production'))
    expect(await first.next()).toEqual({event: 'welcome', id: 'tx-0', data: {}})
    await first.close()
    await create('drafts.b', 'tx-1')
    await create('a', 'tx-2')
    const resume = (id: string) =>
      lake.request('/vX/data/live/events/production', {headers: {'last-event-id': id}})
    const events = readEvents(await resume('tx-0'))
    expect(await events.take(2)).toEqual([
      {event: 'welcome', id: undefined, data: {}},
      {event: 'message', id: 'tx-2', data: {tags: expect.any(Array)}},
    ])
    const lost = readEvents(await resume('gone'))
    expect(await lost.next()).toEqual({event: 'restart', id: 'tx-2', data: {}})
  })

  test('what a transaction means to readers is worked out once for all of them', async () => {
    const path = '/vX/data/live/events/production?includeDrafts=true'
    const readers = await Promise.all(
      Array.from({length: 20}, async () => readEvents(await lake.request(path, {}, 'alice'))),
    )
    const dataset = lake.store.dataset('production')
    const {getAllVersions} = dataset
    let looked = 0
    Object.assign(dataset, {
      getAllVersions(ids: readonly string[]) {
        looked++
        return getAllVersions(ids)
      },
    })
    await create('a', 'tx-1')
    for (const reader of readers) expect(await reader.take(2)).toMatchObject([{}, {id: 'tx-1'}])
    expect(looked).toBe(1)
  })

  test('drafts are for users', async () => {
    const response = await lake.request('/vX/data/live/events/production?includeDrafts=true')
    expect(response.status).toBe(401)
  })
})
