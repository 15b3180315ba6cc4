import {afterEach, beforeEach, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {readArticleAtTheGate} from './article-at-the-gate.ts'
import {buildPublishRequest} from './publish-request.ts'

const now = '2026-11-23T18:00:00.000Z'
const draft = {
  _id: 'drafts.article-a',
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

let lake: TestLake

beforeEach(async () => {
  lake = await openTestLake()
  await lake.client.create(draft)
})

afterEach(() => lake.close())

async function errors(): Promise<string[] | undefined> {
  const article = await readArticleAtTheGate(lake.client, 'article-a', now)
  return article?.problems
    .filter(({severity}) => severity === 'error')
    .map(({rule, path}) => `${rule} at "${path}"`)
}

test('an article that nothing speaks against may go out', async () => {
  expect(await errors()).toEqual([])
})

test('a slug that another article has, or had, stops it', async () => {
  await lake.client.create({_id: 'article-b', _type: 'article', formerSlugs: ['ferry-stops']})

  expect(await errors()).toEqual(['slugFree at "slug"'])
})

test('the slug of its own version, which goes out by the clock, does not', async () => {
  await lake.client.create({...draft, _id: 'versions.rMonday.article-a'})

  expect(await errors()).toEqual([])
})

test('its private record and the hour stop it', async () => {
  await lake.client.create({_id: 'record.article-a', _type: 'articleRecord', legalHold: true})
  await lake.client
    .patch('drafts.article-a')
    .set({embargo: {active: true, until: '2026-11-23T18:00:00.001Z'}})
    .commit()

  expect(await errors()).toEqual(['notBeforeEmbargo at "embargo"', 'noLegalHold at ""'])
})

test('a received text whose ledger does not hold stops it', async () => {
  await lake.client.create({
    _id: 'record.article-a',
    _type: 'articleRecord',
    origins: [{_key: 'o1', source: {_ref: 'source.a', _weak: true}}],
  })
  await lake.client.create({
    _id: 'source.a',
    _type: 'sourceText',
    raw: 'The ferry stopped on Monday.',
    ledger: '[]',
    parsed: '{"body":[]}',
  })

  expect(await errors()).toEqual(['ledgerWhole at ""'])
})

test('there is no gate without a draft', async () => {
  await lake.client.delete('drafts.article-a')

  expect(await readArticleAtTheGate(lake.client, 'article-a', now)).toBeUndefined()
})

test('the request that lets it out sets its times and publishes at once', async () => {
  const article = await readArticleAtTheGate(lake.client, 'article-a', now)
  await lake.client.action(buildPublishRequest(article?.draft ?? {}, article?.published, now))

  expect(
    await lake.client.fetch(
      '*[_type == "article"]{_id, firstPublishedAt, publishedAt, contentUpdatedAt}',
    ),
  ).toEqual([{_id: 'article-a', firstPublishedAt: now, publishedAt: now, contentUpdatedAt: now}])
})

test('it is judged by the texts it was made from, not by one that came late', async () => {
  const text = {_type: 'sourceText', raw: 'Ferries stop', parsed: '{"body": []}', ledger: '[]'}
  const source = {_type: 'reference', _ref: 'source.a', _weak: true}
  const origin = {_key: 'o1', _type: 'origin', source}
  const record = {_id: 'record.article-a', _type: 'articleRecord'}
  await lake.client.create({_id: 'source.a', ...text})
  await lake.client.create({...record, origins: [origin]})
  expect(await errors()).toEqual(['ledgerWhole at ""'])

  await lake.client
    .patch('record.article-a')
    .set({origins: [{...origin, unmerged: 'late'}]})
    .commit()
  expect(await errors()).toEqual([])
})
