import {afterAll, beforeAll, expect, test} from 'vitest'

import {readArticleAtTheGate} from '../publish/article-at-the-gate.ts'
import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {correctArticle} from './correct-article.ts'
import {clearEmbargo, setEmbargo} from './embargo-article.ts'
import {killArticle} from './kill-article.ts'
import {reviveArticle} from './revive-article.ts'
import {unpublishArticle} from './unpublish-article.ts'

const at = '2026-11-23T18:00:00.000Z'
const decision = {by: 'Ann Lee', at, reason: 'The agency withdrew it'}
const story = {
  _type: 'article',
  headline: 'Ferry stops',
  slug: {_type: 'slug', current: 'ferry-stops'},
  publishedAt: '2026-11-20T08:00:00.000Z',
  wireCredits: [{_key: 'c1', _type: 'wireCredit', nameAsWritten: 'Reuters'}],
}
let lake: TestLake

beforeAll(async () => {
  lake = await openTestLake()
})
afterAll(() => lake.close())

const stored = async (id: string): Promise<unknown> => lake.client.getDocument(id)
const set = async (until: string, reason: string) =>
  setEmbargo(lake.client, 'article-later', {
    by: 'Ann Lee',
    at,
    reason,
    until,
    timeZone: 'Europe/London',
  })
const create = async (id: string, fields: Readonly<Record<string, unknown>>) =>
  lake.client.create({...story, ...fields, _id: id})

test('a kill leaves readers the tombstone and takes the draft and every other word away', async () => {
  await create('article-killed', {hiddenWord: 'Ferry'})
  await create('drafts.article-killed', {headline: 'Ferry stops for good'})

  await killArticle(lake.client, 'article-killed', {...decision, readerText: 'It was wrong.'})

  expect(await stored('article-killed')).toEqual({
    _id: 'article-killed',
    _type: 'article',
    _rev: expect.any(String),
    _createdAt: expect.any(String),
    _updatedAt: expect.any(String),
    slug: story.slug,
    publishedAt: story.publishedAt,
    contentUpdatedAt: at,
    pubStatus: 'canceled',
    kill: {_type: 'kill', at, readerText: 'It was wrong.'},
  })
  expect(await stored('drafts.article-killed')).toBeUndefined()
  expect(await stored('record.article-killed')).toMatchObject({
    decisions: [
      {
        kind: 'kill',
        ...decision,
        formerId: 'drafts.article-killed',
        formerRevision: expect.any(String),
      },
    ],
  })
})

test('a killed story comes back as a draft, and goes out again only with the reason', async () => {
  await create('article-revived', {})
  await killArticle(lake.client, 'article-revived', {...decision, readerText: 'It was wrong.'})
  await reviveArticle(lake.client, 'production', 'article-revived', {
    ...decision,
    reason: 'The agency put it right',
  })
  const article = await readArticleAtTheGate(lake.client, 'article-revived', at)

  expect(article?.draft).toMatchObject({...story, pubStatus: 'usable'})
  expect(article?.published).toMatchObject({pubStatus: 'canceled'})
  expect(article?.problems.map(({rule}) => rule)).not.toContain('revivalExplained')
  expect(await stored('record.article-revived')).toMatchObject({
    republishReason: 'The agency put it right',
    workflowState: 'drafting',
    decisions: [{kind: 'kill'}, {kind: 'revive', by: 'Ann Lee', at}],
  })
})

test('a second kill takes the reason to publish again away', async () => {
  await create('article-twice', {})
  const kill = () =>
    killArticle(lake.client, 'article-twice', {...decision, readerText: 'It was wrong.'})
  await kill()
  await reviveArticle(lake.client, 'production', 'article-twice', decision)
  await kill()

  expect(await stored('record.article-twice')).not.toHaveProperty('republishReason')
})

test('a story killed before it went out leaves no address', async () => {
  await create('drafts.article-early', {})
  await killArticle(lake.client, 'article-early', {...decision, readerText: 'It was wrong.'})

  expect(await stored('article-early')).toEqual({
    _id: 'article-early',
    _type: 'article',
    _rev: expect.any(String),
    _createdAt: expect.any(String),
    _updatedAt: expect.any(String),
    contentUpdatedAt: at,
    pubStatus: 'canceled',
    kill: {_type: 'kill', at, readerText: 'It was wrong.'},
  })
})

test('unpublishing makes the draft of what readers had, with the reason on the record', async () => {
  await create('article-back', {})
  await unpublishArticle(lake.client, 'article-back', decision)

  expect(await stored('article-back')).toBeUndefined()
  expect(await stored('drafts.article-back')).toMatchObject(story)
  expect(await stored('record.article-back')).toMatchObject({
    decisions: [{kind: 'unpublish', ...decision}],
  })
})

test('a killed story is not unpublished: readers must find its tombstone', async () => {
  await create('article-tomb', {pubStatus: 'canceled'})

  await expect(unpublishArticle(lake.client, 'article-tomb', decision)).rejects.toThrow(
    'Cannot unpublish "article-tomb": readers must find that it was killed',
  )
})

test('a correction is added to those before, on a draft of what readers have', async () => {
  const before = {_key: 'x', _type: 'correction', text: 'The fare is 12, not 21.'}
  const correction = {type: 'correction', severity: 'minor', at, text: 'It is Monday.'} as const
  await create('article-correct', {corrections: [before]})
  await correctArticle(lake.client, 'article-correct', correction)

  expect(await stored('drafts.article-correct')).toMatchObject({
    headline: 'Ferry stops',
    corrections: [before, {_key: `correction-${at}`, _type: 'correction', ...correction}],
  })
  expect(await stored('article-correct')).toMatchObject({corrections: [before]})
})

test('what nobody has read is not corrected', async () => {
  await create('drafts.article-unread', {})
  const correction = {type: 'update', severity: 'minor', at, text: 'It is Monday.'} as const

  await expect(correctArticle(lake.client, 'article-unread', correction)).rejects.toThrow(
    'Cannot correct "article-unread": readers do not have it',
  )
})

test('an embargo is set, made longer without a reason and shortened only with one', async () => {
  await create('drafts.article-later', {})
  await set('2026-11-24T06:00:00.000Z', '')
  await set('2026-11-25T06:00:00.000Z', '')

  await expect(set('2026-11-24T18:00:00.000Z', ' ')).rejects.toThrow(
    'Cannot shorten the embargo of "article-later": give a reason',
  )
  await set('2026-11-24T18:00:00.000Z', 'The sender moved it')
  expect(await stored('drafts.article-later')).toMatchObject({
    embargo: {
      _type: 'embargo',
      active: true,
      until: '2026-11-24T18:00:00.000Z',
      timeZone: 'Europe/London',
    },
  })
})

test.for([
  ['setting its end', setEmbargo, 'set the end of the embargo'],
  ['clearing it', clearEmbargo, 'clear the embargo'],
] as const)('%s answers the doubt about an embargo, and no other', async ([name, decide, note]) => {
  const id = `article-${name.replaceAll(' ', '-')}`
  const doubt = {_type: 'finding', where: {start: 0, end: 9}, state: 'open'}
  const embargoDoubt = {
    ...doubt,
    _key: 'f1',
    code: 'embargo-not-understood',
    alternatives: ['set the end of the embargo', 'clear the embargo'],
  }
  const otherDoubt = {...doubt, _key: 'f2', code: 'credit-or-prose'}
  const settled = {...embargoDoubt, _key: 'f0', state: 'dismissed'}
  await create(`drafts.${id}`, {embargo: {_type: 'embargo', active: true}})
  await lake.client.create({
    _id: `record.${id}`,
    _type: 'articleRecord',
    findings: [settled, embargoDoubt, otherDoubt],
  })

  await decide(lake.client, id, {
    ...decision,
    until: '2026-11-25T06:00:00.000Z',
    timeZone: 'Europe/London',
  })

  expect(await stored(`record.${id}`)).toMatchObject({
    findings: [settled, {...embargoDoubt, state: 'resolved'}, otherDoubt],
    resolutions: [
      {
        _key: 'f1-answer',
        _type: 'resolution',
        kind: 'accepted',
        start: 0,
        end: 9,
        by: 'Ann Lee',
        at,
        note,
      },
    ],
  })
})

test('clearing ends the embargo of the article and says on the record who did it and why', async () => {
  const embargo = {_type: 'embargo', active: true, textAsReceived: 'EMBARGOED'}
  await create('drafts.article-clear', {embargo})
  await clearEmbargo(lake.client, 'article-clear', decision)

  expect(await stored('drafts.article-clear')).toMatchObject({
    embargo: {...embargo, active: false},
  })
  expect(await stored('record.article-clear')).toMatchObject({
    embargoClearance: decision,
    decisions: [{kind: 'embargoCleared', ...decision}],
  })
})
