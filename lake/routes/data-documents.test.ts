import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {openTestLake, type TestLake} from './open-test-lake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = openTestLake()
  await lake.store.dataset('production').commit({
    author: 'alice',
    transactionId: 'tx-1',
    mutations: ['a', 'drafts.a', 'versions.r1.a'].map((_id) => ({
      create: {_id, _type: 'note', text: _id},
    })),
  })
})
afterAll(() => {
  lake.close()
})

async function read(path: string, userId: string | undefined = 'alice'): Promise<unknown> {
  const response = await lake.request(`/v2025-02-19/data/doc/production/${path}`, {}, userId)
  return response.json()
}

describe('doc', () => {
  const facts = {
    _type: 'note',
    _rev: 'tx-1',
    _createdAt: '2026-11-23T06:00:00.000Z',
    _updatedAt: '2026-11-23T06:00:00.000Z',
  }

  test('gives what is there, in the order asked for, and says what is missing', async () => {
    expect(await read('drafts.a,b,a')).toEqual({
      documents: [
        {...facts, _id: 'drafts.a', text: 'drafts.a'},
        {...facts, _id: 'a', text: 'a'},
      ],
      omitted: [{id: 'b', reason: 'existence'}],
    })
  })

  test('without content tells the Studio of revisions alone', async () => {
    expect(await read('a?excludeContent=true')).toEqual({
      documents: [{...facts, _id: 'a'}],
      omitted: [],
    })
  })

  test('all versions come with the published one, and no reader sees more than that', async () => {
    expect(await read('a?includeAllVersions=true')).toMatchObject({
      documents: [{_id: 'a'}, {_id: 'drafts.a'}, {_id: 'versions.r1.a'}],
    })
    const response = await lake.request('/v1/data/doc/production/a?includeAllVersions=true')
    expect(await response.json()).toMatchObject({documents: [{_id: 'a', text: 'a'}], omitted: []})
  })
})

test('a ping has the header by which clients measure', async () => {
  const response = await lake.request('/v1/data/ping/production')
  expect([await response.text(), response.headers.get('x-sanity-shard')]).toEqual(['PONG', 'local'])
})
