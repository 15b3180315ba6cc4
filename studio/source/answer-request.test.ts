import {afterEach, beforeEach, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {answerRequest, askAgainRequest} from './answer-request.ts'

const article = {_id: 'drafts.article-a', _type: 'article', headline: 'WHO pays'}
const stored = {
  _key: 'f1',
  _type: 'finding',
  code: 'lead-in-case',
  message: 'A name?',
  alternatives: ['WHO', 'who'],
  where: {start: 4, end: 7},
  state: 'open',
}
const answer = {
  article,
  sourceId: 'source.3f2a',
  finding: {...stored, key: 'f1', start: 4, end: 7},
  by: 'Ann Pike',
  at: '2026-11-23T20:00:00Z',
}
const resolution = {
  _key: 'f1-answer',
  _type: 'resolution',
  source: {_type: 'reference', _ref: 'source.3f2a', _weak: true},
  start: 4,
  end: 7,
  by: 'Ann Pike',
  at: '2026-11-23T20:00:00Z',
}

let lake: TestLake

beforeEach(async () => {
  lake = await openTestLake()
  await lake.client.create(article)
  await lake.client.create({_id: 'record.article-a', _type: 'articleRecord', findings: [stored]})
})
afterEach(() => lake.close())

const state = () =>
  lake.client.fetch(`{
    "headline": *[_id == "drafts.article-a"][0].headline,
    "finding": *[_id == "record.article-a"][0].findings[0].state,
    "resolutions": *[_id == "record.article-a"][0].resolutions
  }`)

test('an answer settles the doubt, is kept and edits the article', async () => {
  const edit = {does: {key: 'writes', word: 'Who'} as const, set: {headline: 'Who pays'}}
  await lake.client.mutate(answerRequest({...answer, chosen: 'who', edit}))

  expect(await state()).toEqual({
    headline: 'Who pays',
    finding: 'resolved',
    resolutions: [{...resolution, kind: 'accepted', note: 'who'}],
  })
})

test('a doubt that is left is dismissed, and changes nothing', async () => {
  await lake.client.mutate(answerRequest({...answer, chosen: undefined, edit: undefined}))

  expect(await state()).toEqual({
    headline: 'WHO pays',
    finding: 'dismissed',
    resolutions: [{...resolution, kind: 'dismissed'}],
  })
})

test('a settled doubt can be asked again', async () => {
  await lake.client.mutate(answerRequest({...answer, chosen: undefined, edit: undefined}))
  await lake.client.mutate(askAgainRequest(article, 'f1'))

  expect(await state()).toEqual({headline: 'WHO pays', finding: 'open', resolutions: []})
})
