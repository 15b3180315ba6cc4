import {afterEach, beforeEach, expect, test} from 'vitest'

import {addHarbourArticle} from '../testing/add-harbour-article.ts'
import {harbourArticle} from '../testing/harbour-article.ts'
import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {fetchBrokenRules} from './fetch-broken-rules.ts'
import {fetchReady} from './fetch-ready.ts'

const now = new Date('2026-11-23T20:00:00Z')

let lake: TestLake

beforeEach(async () => {
  lake = await openTestLake()
})

afterEach(() => lake.close())

async function broken(): Promise<Record<string, readonly string[]>> {
  const found = await fetchBrokenRules(lake.client, await fetchReady(lake.client), now)
  return Object.fromEntries(
    [...found].map(([id, problems]) => [id, problems.map(({rule}) => rule)]),
  )
}

function add(
  name: string,
  workflowState: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return addHarbourArticle(lake.client, {name, workflowState}, fields)
}

test('nothing is ready', async () => {
  expect(await broken()).toEqual({})
})

test('each article that is ready is held to the rules, with what stands around it', async () => {
  await add('whole', 'ready')
  await add('bare', 'ready', {headline: undefined, slug: undefined})
  await add('taken', 'ready', {slug: {_type: 'slug', current: 'pier'}})
  await add('former', 'ready', {slug: {_type: 'slug', current: 'quay'}})
  await lake.client.create({
    ...harbourArticle,
    _id: 'article-pier',
    slug: {_type: 'slug', current: 'pier'},
    formerSlugs: ['quay'],
  })

  expect(await broken()).toEqual({
    'article-bare': ['headlinePresent', 'slugPresent'],
    'article-taken': ['slugFree'],
    'article-former': ['slugFree'],
  })
})

test('a draft over a published article is judged, not what readers have', async () => {
  await add('out', 'ready', {headline: ''})
  await lake.client.create({
    ...harbourArticle,
    _id: 'article-out',
    slug: {_type: 'slug', current: 'out'},
  })

  expect(await broken()).toEqual({'article-out': ['headlinePresent']})
})

test('a draft that is still at work may lack what it lacks', async () => {
  await add('fresh', 'incoming', {headline: undefined})
  await add('desk', 'subbing', {headline: undefined})

  expect(await broken()).toEqual({})
})

test('an embargo that ends by itself is waited for; one without an end is for somebody to clear', async () => {
  await add('tomorrow', 'ready', {embargo: {active: true, until: '2026-11-24T06:00:00Z'}})
  await add('someday', 'ready', {embargo: {active: true}})

  expect(await broken()).toEqual({'article-someday': ['notBeforeEmbargo']})
})

test('a record whose article is gone is left out', async () => {
  await add('gone', 'ready', {headline: undefined})
  await lake.client.delete('drafts.article-gone')

  expect(await broken()).toEqual({})
})

test('what is mended is free', async () => {
  await add('bare', 'ready', {headline: undefined})
  await lake.client.patch('drafts.article-bare').set({headline: 'Pilots return'}).commit()

  expect(await broken()).toEqual({})
})
