import {afterEach, beforeEach, expect, test} from 'vitest'

import {textOf} from '../../schemas/rules/narrow.ts'
import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {answerRequest} from './answer-request.ts'
import {findingStateIn} from './open-findings.ts'
import {sendDecision} from './send-decision.ts'

let lake: TestLake

beforeEach(async () => {
  lake = await openTestLake()
  await lake.client.create({
    _id: 'record.article-a',
    _type: 'articleRecord',
    findings: [{_key: 'f1', _type: 'finding', code: 'lead-in-case', state: 'open'}],
  })
})

afterEach(() => lake.close())

const finding = {
  key: 'f1',
  code: 'lead-in-case',
  message: 'WHO or who?',
  alternatives: ['WHO', 'who'],
  start: 0,
  end: 3,
}

const answer = (by: string, chosen: string) =>
  sendDecision(
    lake.client,
    'record.article-a',
    (record) => findingStateIn(record, 'f1') === 'open',
    answerRequest({
      article: {_id: 'drafts.article-a'},
      sourceId: 'source.a',
      finding,
      chosen,
      edit: undefined,
      by,
      at: '2026-11-24T10:00:00Z',
    }),
  )

test('of two editors who answer a doubt at once, one is heard and the other is told', async () => {
  const heard = await Promise.all([answer('Ines', 'WHO'), answer('Jonas', 'who')])
  const resolutions: unknown = await lake.client.fetch(
    '*[_id == "record.article-a"][0].resolutions',
  )

  expect(heard.toSorted()).toEqual([false, true])
  expect(Array.isArray(resolutions) && resolutions.map((one) => textOf(one, 'by'))).toEqual([
    heard[0] ? 'Ines' : 'Jonas',
  ])
})

test('a doubt that is settled is not settled again', async () => {
  await answer('Ines', 'WHO')

  expect(await answer('Jonas', 'who')).toBe(false)
})

test('the desk is told of every other fault', async () => {
  const refused = sendDecision(lake.client, 'record.article-a', () => true, [
    {patch: {id: 'record.article-b', set: {ednote: 'No such record'}}},
  ])

  await expect(refused).rejects.toThrow(/record\.article-b/u)
})
