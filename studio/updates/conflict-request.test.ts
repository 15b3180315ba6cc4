import {afterEach, beforeEach, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {keepOursRequest, takeTheirsRequest} from './conflict-request.ts'
import {openConflicts, valueText} from './open-conflicts.ts'

const article = {
  _id: 'drafts.article-a',
  _type: 'article',
  headline: 'Our headline',
  standfirst: 'Our standfirst',
  body: [paragraph('b1', 'Our words')],
}
const record = {
  _id: 'record.article-a',
  _type: 'articleRecord',
  conflicts: [
    conflict('c1', 'headline', 'Before', 'Their headline', 'Our headline'),
    conflict('c2', 'standfirst', 'Before', undefined, 'Our standfirst'),
    conflict('c3', 'body[_key=="b1"]', undefined, paragraph('b1', 'Their words'), undefined),
    conflict('c4', 'body[_key=="b2"]', undefined, paragraph('b2', 'Back again'), undefined),
    {...conflict('c5', 'slugline', 'a', 'b', 'c'), state: 'keptOurs'},
  ],
}
const decision = {article, by: 'Ann Pike', at: '2026-11-23T20:00:00Z'}

let lake: TestLake

beforeEach(async () => {
  lake = await openTestLake()
  await lake.client.create(article)
  await lake.client.create(record)
})
afterEach(() => lake.close())

const state = () =>
  lake.client.fetch(`{
    "article": *[_id == "drafts.article-a"][0]{headline, standfirst, "body": body[].children[0].text},
    "states": *[_id == "record.article-a"][0].conflicts[].state,
    "by": *[_id == "record.article-a"][0].conflicts[0]{by, at}
  }`)

test('taking theirs replaces, takes out and brings back, and is kept on the record', async () => {
  await lake.client.mutate(takeTheirsRequest(openConflicts(record), decision))

  expect(await state()).toEqual({
    article: {headline: 'Their headline', standfirst: null, body: ['Their words', 'Back again']},
    states: ['tookTheirs', 'tookTheirs', 'tookTheirs', 'tookTheirs', 'keptOurs'],
    by: {by: 'Ann Pike', at: '2026-11-23T20:00:00Z'},
  })
})

test('keeping ours changes nothing but the record', async () => {
  await lake.client.mutate(keepOursRequest(openConflicts(record).slice(0, 1), decision))

  expect(await state()).toEqual({
    article: {headline: 'Our headline', standfirst: 'Our standfirst', body: ['Our words']},
    states: ['keptOurs', 'open', 'open', 'open', 'keptOurs'],
    by: {by: 'Ann Pike', at: '2026-11-23T20:00:00Z'},
  })
})

test.for([
  ['Ferry stops', 'Ferry stops'],
  [paragraph('b1', 'Ferry stops'), 'Ferry stops'],
  [{_type: 'byline', nameAsWritten: 'Ann Lee', role: 'by'}, 'Ann Lee'],
  [[paragraph('b1', 'One'), paragraph('b2', 'Two')], 'One\nTwo'],
  [undefined, ''],
] as const)('valueText of %o', ([value, text]) => {
  expect(valueText(value)).toBe(text)
})

function paragraph(key: string, text: string) {
  return {
    _key: key,
    _type: 'block',
    style: 'normal',
    markDefs: [],
    children: [{_key: `${key}s0`, _type: 'span', marks: [], text}],
  }
}

function conflict(key: string, field: string, base: unknown, theirs: unknown, ours: unknown) {
  return {
    _key: key,
    _type: 'conflict',
    field,
    base: JSON.stringify(base),
    theirs: JSON.stringify(theirs),
    ours: JSON.stringify(ours),
    state: 'open',
  }
}
