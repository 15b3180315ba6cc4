import {expect, test} from 'vitest'

import {readSchedules} from './read-schedules.ts'

test('an article that is scheduled, one that was held back, one that is being edited', () => {
  const answer = {
    releases: [
      {name: 'r1', state: 'scheduled', publishAt: '2026-12-01T06:00:00Z', intended: null},
      {
        name: 'r2',
        state: 'active',
        intended: '2026-12-02T06:00:00Z',
        reason: '"Ferries sail" was held back: On legal hold',
      },
      {name: 'r3', state: 'active', intended: '2026-12-03T06:00:00Z', reason: null},
    ],
    versions: [
      'versions.r1.article-a',
      'versions.r2.article-b',
      'versions.r3.article-c',
      'versions.r4.article-d',
    ],
  }

  expect(readSchedules(answer)).toEqual(
    new Map([
      ['article-a', {releaseId: 'r1', at: '2026-12-01T06:00:00Z', state: 'scheduled', reason: ''}],
      [
        'article-b',
        {releaseId: 'r2', at: '2026-12-02T06:00:00Z', state: 'heldBack', reason: 'On legal hold'},
      ],
      ['article-c', {releaseId: 'r3', at: '2026-12-03T06:00:00Z', state: 'paused', reason: ''}],
    ]),
  )
})
