import {expect, test} from 'vitest'

import {heldBackIn, readSchedules} from './read-schedules.ts'

test('an article that is scheduled, one that was held back, one that is being edited', () => {
  const schedules = readSchedules([
    {articleId: 'article-a', state: 'scheduled', publishAt: '2026-12-01T06:00:00Z', reason: null},
    {
      articleId: 'article-b',
      state: 'active',
      intended: '2026-12-02T06:00:00Z',
      reason: '"Ferries sail" was held back: On legal hold',
    },
    {articleId: 'article-c', state: 'active', intended: '2026-12-03T06:00:00Z', reason: null},
    {articleId: '', state: 'scheduled', publishAt: '2026-12-01T06:00:00Z'},
  ])

  expect(schedules).toEqual(
    new Map([
      ['article-a', {at: '2026-12-01T06:00:00Z', state: 'scheduled', reason: ''}],
      ['article-b', {at: '2026-12-02T06:00:00Z', state: 'heldBack', reason: 'On legal hold'}],
      ['article-c', {at: '2026-12-03T06:00:00Z', state: 'paused', reason: ''}],
    ]),
  )
  expect(heldBackIn(schedules)).toEqual(['article-b'])
})
