import {afterEach, beforeEach, expect, test} from 'vitest'

import {openTestLake, type TestLake} from './open-test-lake.ts'

let lake: TestLake
beforeEach(() => {
  lake = openTestLake()
})
afterEach(() => {
  lake.close()
})

const write = (id: string) =>
  lake.request(
    '/v1/data/mutate/production',
    {
      method: 'POST',
      body: JSON.stringify({
        mutations: [{create: {_id: id, _type: 'note', text: 'x'.repeat(1e5)}}],
      }),
    },
    'alice',
  )

test.for([
  [
    'full disk',
    'max_page_count = 1',
    'max_page_count = 100000',
    'the disk is full; make room, nothing was stored half',
  ],
  [
    'read-only disk',
    'query_only = 1',
    'query_only = 0',
    'the file or its folder is read-only; make it writable',
  ],
] as const)(
  'a %s answers 503, which keeps the edit in the Studio; reading goes on, and writing when it is mended',
  async ([, fault, mended, sentence]) => {
    expect((await write('before')).status).toBe(200)
    lake.store.database.exec(`PRAGMA ${fault}`)
    const refused = await write('during')
    expect([refused.status, await refused.json()]).toEqual([
      503,
      {
        statusCode: 503,
        error: 'Service Unavailable',
        message: `Cannot store the transaction: ${sentence}`,
      },
    ])
    expect(await lake.client('alice').fetch('*[]._id')).toEqual(['before'])

    lake.store.database.exec(`PRAGMA ${mended}`)
    expect((await write('during')).status).toBe(200)
    expect(await lake.client('alice').fetch('*[]._id')).toEqual(['before', 'during'])
  },
)
