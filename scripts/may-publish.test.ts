import {afterEach, beforeEach, expect, test} from 'vitest'

import {serveTestLake, type TestLake} from '../lake/serve-test-lake.ts'
import {mayPublish} from './may-publish.ts'

const article = {
  _type: 'article',
  headline: 'Ferry stops',
  slug: {_type: 'slug', current: 'ferry-stops'},
  body: [
    {
      _key: 'b1',
      _type: 'block',
      style: 'normal',
      markDefs: [],
      children: [{_key: 's1', _type: 'span', text: 'The ferry stopped on Monday.', marks: []}],
    },
  ],
}
const record = {
  _id: 'record.article-a',
  _type: 'articleRecord',
  article: {_type: 'reference', _ref: 'article-a', _weak: true},
}

let lake: TestLake
let now: string

beforeEach(async () => {
  now = '2026-11-23T18:00:00.000Z'
  lake = await serveTestLake({now: () => new Date(now), mayPublish})
})
afterEach(() => lake.close())

async function scheduleAndRun(content: object, ...around: readonly object[]) {
  const client = lake.client(lake.lake.administratorToken, {perspective: 'raw'})
  const documents = [{...article, ...content, _id: 'drafts.article-a'}, ...around]
  await lake.lake.store
    .dataset('production')
    .commit({mutations: documents.map((create) => ({create})), author: 'administrator'})
  const releaseId = 'rNight'
  await client.releases.create({releaseId, metadata: {releaseType: 'scheduled'}})
  await client.createVersion({releaseId, publishedId: 'article-a', baseId: 'drafts.article-a'})
  await client.releases.schedule({releaseId, publishAt: '2026-11-24T06:00:00Z'})
  now = '2026-11-24T06:00:00.400Z'
  await lake.lake.publishDue()
  return client.fetch<unknown>(`{
    "published": *[_id == "article-a"][0]{headline, firstPublishedAt, publishedAt, contentUpdatedAt},
    "notice": *[_type == "system.release"][0].error.message
  }`)
}

test('a scheduled article goes out with the times of its life', async () => {
  expect(await scheduleAndRun({})).toEqual({
    published: {
      headline: 'Ferry stops',
      firstPublishedAt: now,
      publishedAt: now,
      contentUpdatedAt: now,
    },
    notice: null,
  })
})

test.for([
  ['an embargo that has not lifted', {embargo: {active: true, until: '2026-11-24T07:00:00Z'}}, {}],
  ['a legal hold', {}, {legalHold: true}],
  ['a kill at the source', {}, {killFlag: true}],
  ['a missing headline', {headline: ''}, {}],
] as const)('%s holds a scheduled article back, with a notice', async ([, content, holds]) => {
  expect(await scheduleAndRun(content, {...record, ...holds})).toEqual({
    published: null,
    notice: expect.stringContaining('was held back: '),
  })
})
