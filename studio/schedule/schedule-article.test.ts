import {afterEach, beforeEach, expect, test} from 'vitest'

import {harbourArticle} from '../testing/harbour-article.ts'
import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {readSchedules, schedulesQuery} from './read-schedules.ts'
import {scheduleArticle} from './schedule-article.ts'

const at = '2099-12-01T06:00:00.000Z'

let lake: TestLake

beforeEach(async () => {
  lake = await openTestLake()
  await lake.client.create({
    ...harbourArticle,
    _id: 'drafts.article-harbour',
    embargo: {_type: 'embargo', active: true, until: '2099-11-30T06:00:00Z', timeZone: 'UTC'},
  })
})
afterEach(() => lake.close())

const schedules = async () => readSchedules(await lake.client.fetch(schedulesQuery))

test('an article is scheduled for a time at which the rules let it out', async () => {
  await scheduleArticle(lake.client, 'article-harbour', at)

  expect(await schedules()).toEqual(
    new Map([['article-harbour', {at, state: 'scheduled', reason: ''}]]),
  )
})

test('it is refused for a time before its embargo lifts, and nothing is left behind', async () => {
  const early = await scheduleArticle(lake.client, 'article-harbour', '2099-11-29T06:00:00.000Z')

  expect(early).toEqual([
    {
      rule: 'notBeforeEmbargo',
      severity: 'error',
      path: 'embargo',
      message: expect.stringMatching(/the embargo lifts on Monday, 30 November 2099 at 06:00 UTC/u),
    },
  ])
  expect(await lake.client.fetch('*[_type == "system.release"]')).toEqual([])
})
