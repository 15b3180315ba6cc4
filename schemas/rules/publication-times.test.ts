import {expect, test} from 'vitest'

import {notBeforeFirstPublished} from './publication-times.ts'

const firstPublishedAt = '2026-11-20T06:00:00Z'

test.for([
  [{firstPublishedAt, publishedAt: firstPublishedAt}, true],
  [
    {firstPublishedAt, publishedAt: '2026-11-20T05:59:59Z'},
    'The publishing date is before the first publication',
  ],
  [{firstPublishedAt}, true],
  [{publishedAt: firstPublishedAt}, true],
  [{firstPublishedAt, publishedAt: 'soon'}, true],
] as const)('notBeforeFirstPublished: %o', ([article, expected]) => {
  expect(notBeforeFirstPublished(article)).toBe(expected)
})
