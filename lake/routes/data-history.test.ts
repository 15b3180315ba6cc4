import type {SanityClient} from '@sanity/client'
import fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import {openTestLake, type TestLake} from './open-test-lake.ts'

let lake: TestLake
let alice: SanityClient
beforeEach(() => {
  lake = openTestLake()
  alice = lake.client('alice')
})
afterEach(() => {
  lake.close()
})

const version = {versionId: 'drafts.a'}
const pair = {draftId: 'drafts.a', publishedId: 'a'}

async function act(transactionId: string, ...actions: Parameters<SanityClient['action']>[0][]) {
  await alice.action(actions.flat(), {transactionId})
}

/** A life: created, edited by two, published, edited, published again, unpublished, published, deleted. */
async function liveALife() {
  const bob = lake.client('bob')
  await act('t1', {
    actionType: 'sanity.action.document.create',
    publishedId: 'a',
    attributes: {_id: 'drafts.a', _type: 'article', headline: 'One'},
    ifExists: 'fail',
  })
  await bob.action(
    {actionType: 'sanity.action.document.edit', ...pair, patch: {set: {headline: 'One up'}}},
    {transactionId: 't2'},
  )
  await act('t3', {actionType: 'sanity.action.document.publish', ...pair})
  await act('t4', {
    actionType: 'sanity.action.document.edit',
    ...pair,
    patch: {set: {headline: 'Two'}},
  })
  await act('t5', {actionType: 'sanity.action.document.publish', ...pair})
  await act('t6', {actionType: 'sanity.action.document.unpublish', ...pair})
  await act('t7', {actionType: 'sanity.action.document.publish', ...pair})
  await act('t8', {
    actionType: 'sanity.action.document.delete',
    publishedId: 'a',
    includeDrafts: [],
  })
}

async function get(path: string, userId: string | undefined = 'alice') {
  return lake.request(`/v2025-02-19/data/history/production/${path}`, {}, userId)
}

/** What the history of a document tells, with the revision that it names of it. */
async function told(id: string): Promise<readonly unknown[]> {
  const {events} = await (await get(`events/documents/${id}`)).json()
  return events[id].map((event: Readonly<Record<string, string>>) => [
    event['type'],
    id === 'a' ? event['revisionId'] : event['versionRevisionId'],
  ])
}

async function transactions(parameters: string): Promise<readonly Record<string, unknown>[]> {
  const response = await get(`transactions/${parameters}`)
  const text = await response.text()
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

describe('events', () => {
  test.for([
    [
      'drafts.a',
      [
        {type: 'deleteDocumentGroup', timestamp: at(7)},
        {...published('t6'), revisionId: 't7', timestamp: at(6)},
        {type: 'unpublishDocument', ...version, versionRevisionId: 't6', timestamp: at(5)},
        {...published('t4'), revisionId: 't5', timestamp: at(4)},
        {type: 'createDocumentVersion', ...version, versionRevisionId: 't4', timestamp: at(3)},
        {...published('t2'), revisionId: 't3', timestamp: at(2)},
        {type: 'createDocumentVersion', ...version, versionRevisionId: 't1', timestamp: at(0)},
      ],
    ],
    [
      'a',
      [
        {type: 'deleteDocumentGroup', timestamp: at(7)},
        {...published('t6'), revisionId: 't7', timestamp: at(6)},
        {type: 'unpublishDocument', ...version, versionRevisionId: 't6', timestamp: at(5)},
        {...published('t4'), revisionId: 't5', timestamp: at(4)},
        {...published('t2'), revisionId: 't3', timestamp: at(2)},
      ],
    ],
  ] as const)('tell the life of %s, newest first', async ([id, events]) => {
    await liveALife()
    const response = await get(`events/documents/${id}?limit=100`)
    expect(await response.json()).toEqual({
      events: {[id]: events.map((event) => ({documentId: 'a', author: 'alice', ...event}))},
      nextCursor: '',
    })
  })

  test('come in pages', async () => {
    await liveALife()
    const types: string[] = []
    let cursor = ''
    do {
      const response = await get(`events/documents/drafts.a?limit=3&nextCursor=${cursor}`)
      const page = await response.json()
      types.push(...page.events['drafts.a'].map(({type}: {readonly type: string}) => type))
      cursor = page.nextCursor
    } while (cursor !== '')
    expect(types).toEqual([
      'deleteDocumentGroup',
      'publishDocumentVersion',
      'unpublishDocument',
      'publishDocumentVersion',
      'createDocumentVersion',
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
  })

  test('a document without drafts lives live', async () => {
    await alice.create({_id: 'record.a', _type: 'articleRecord'})
    await alice.patch('record.a').set({legalHold: true}).commit()
    const response = await get('events/documents/record.a')
    expect(await response.json()).toMatchObject({
      events: {
        'record.a': [
          {type: 'updateLiveDocument', revisionId: 'id-2'},
          {type: 'createLiveDocument', revisionId: 'id-1'},
        ],
      },
    })
  })

  test('a draft, a version and what a program published over them have each their own', async () => {
    await alice
      .transaction()
      .create({_id: 'a', _type: 'article', headline: 'One'})
      .commit({transactionId: 'p1'})
    await act('d1', {actionType: 'sanity.action.document.edit', ...pair, patch: {set: {n: 1}}})
    await alice.patch('a').set({headline: 'Two'}).commit({transactionId: 'p2'})
    await alice.releases.create({releaseId: 'r1', metadata: {releaseType: 'asap'}})
    await alice.createVersion(
      {releaseId: 'r1', publishedId: 'a', document: {_type: 'article', headline: 'Three'}},
      {transactionId: 'v1'},
    )
    await alice.releases.publish({releaseId: 'r1'}, {transactionId: 'p3'})
    await act('d2', {actionType: 'sanity.action.document.discard', draftId: 'drafts.a'})

    expect([await told('a'), await told('drafts.a'), await told('versions.r1.a')]).toEqual([
      [
        ['publishDocumentVersion', 'p3'],
        ['updateLiveDocument', 'p2'],
        ['createLiveDocument', 'p1'],
      ],
      [
        ['deleteDocumentVersion', 'd1'],
        ['createDocumentVersion', 'd1'],
      ],
      [
        ['publishDocumentVersion', 'v1'],
        ['createDocumentVersion', 'v1'],
      ],
    ])
  })
})

describe('documents as they were', () => {
  test.for([
    ['drafts.a?revision=t1', [{headline: 'One', _rev: 't1'}]],
    ['drafts.a?revision=t2', [{headline: 'One up', _rev: 't2'}]],
    ['a?revision=t4', [{headline: 'One up', _rev: 't3'}]],
    ['a,drafts.a?revision=t4', [{_rev: 't3'}, {headline: 'Two', _rev: 't4'}]],
    ['a?revision=t6', []],
    ['a?time=2026-11-23T06:00:04Z', [{headline: 'Two', _rev: 't5'}]],
    ['a?time=2026-11-23T05:00:00Z', []],
    ['a?lastRevision=true', [{headline: 'Two', _rev: 't7'}]],
    ['a?revision=unknown', []],
  ] as const)('%s', async ([path, documents]) => {
    await liveALife()
    const response = await get(`documents/${path}`)
    expect(await response.json()).toMatchObject({documents})
  })

  test.for(['', '?revision=t1&time=2026-11-23T06:00:00Z', '?revision=t1&lastRevision=true'])(
    'one moment is asked for, not "%s"',
    async (moment) => {
      const response = await get(`documents/a${moment}`)
      expect(response.status).toBe(400)
    },
  )

  test('every revision of any document is found again', async () => {
    const edits = fc.array(
      fc.oneof(
        fc.constant({delete: {id: 'd'}}),
        fc
          .dictionary(fc.constantFrom('a', 'b'), fc.string({maxLength: 8}))
          .map((attributes) => ({createOrReplace: {...attributes, _id: 'd', _type: 'article'}})),
        fc.string({maxLength: 8}).map((text) => ({patch: {id: 'd', set: {a: text}}})),
      ),
      {minLength: 1, maxLength: 12},
    )
    let runs = 0
    await fc.assert(
      fc.asyncProperty(edits, async (mutations) => {
        const dataset = lake.store.dataset(`history-${++runs}`)
        const known: [string, unknown][] = []
        for (const mutation of mutations) {
          const [before] = dataset.getDocuments(['d'])
          if ('patch' in mutation && !before) continue
          const {transactionId} = await dataset.commit({mutations: [mutation], author: 'alice'})
          known.push([transactionId, dataset.getDocuments(['d'])])
        }
        for (const [revision, documents] of known) {
          const response = await lake.request(
            `/v1/data/history/${dataset.name}/documents/d?revision=${revision}`,
            {},
            'alice',
          )
          expect(await response.json()).toEqual({documents})
        }
      }),
      {numRuns: 40},
    )
  })
})

describe('transactions', () => {
  test('are lines, oldest first, with who did what to which document', async () => {
    await liveALife()
    const lines = await transactions(
      'drafts.a?excludeContent=true&effectFormat=mendoza&includeIdentifiedDocumentsOnly=true',
    )
    expect(lines.map(({id, author, documentIDs}) => [id, author, documentIDs])).toEqual([
      ['t1', 'alice', ['drafts.a']],
      ['t2', 'bob', ['drafts.a']],
      ['t3', 'alice', ['drafts.a']],
      ['t4', 'alice', ['drafts.a']],
      ['t5', 'alice', ['drafts.a']],
      ['t6', 'alice', ['drafts.a']],
      ['t7', 'alice', ['drafts.a']],
    ])
    let draft: unknown = null
    for (const {effects} of lines.slice(0, 2)) {
      draft = applyPatch(draft, Object(effects)['drafts.a'].apply)
    }
    expect(draft).toMatchObject({_id: 'drafts.a', headline: 'One up'})
  })

  test.for([
    ['a,drafts.a?fromTransaction=t3&toTransaction=t5', ['t3', 't4', 't5']],
    ['a,drafts.a?fromTransaction=', ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8']],
    ['a,drafts.a?limit=2&fromTransaction=t2', ['t2', 't3']],
    ['a,drafts.a?limit=2&reverse=true', ['t8', 't7']],
    ['a,drafts.a?authors=bob', ['t2']],
    ['a?fromTime=2026-11-23T06:00:03Z&toTime=2026-11-23T06:00:05Z', ['t5', 't6']],
    ['other', []],
  ] as const)('%s', async ([path, ids]) => {
    await liveALife()
    expect((await transactions(path)).map(({id}) => id)).toEqual(ids)
  })

  test('history is for users, even of public documents', async () => {
    for (const path of ['transactions/a', 'documents/a?lastRevision=true', 'events/documents/a']) {
      const response = await lake.request(`/v1/data/history/production/${path}`)
      expect(response.status).toBe(401)
    }
  })
})

function at(seconds: number): string {
  return `2026-11-23T06:00:0${seconds}.000Z`
}

function published(versionRevisionId: string) {
  return {
    type: 'publishDocumentVersion',
    ...version,
    versionRevisionId,
    publishCause: 'document.publish',
  }
}
