import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'

import {correctionsQuery} from './corrections.ts'

const story = (name: string, fields: object) => ({
  _id: `article-${name}`,
  _type: 'article',
  headline: name,
  slug: {current: name},
  publishedAt: '2026-11-18T06:00:00Z',
  ...fields,
})
const correction = (at: string, type = 'correction') => ({
  _key: at,
  type,
  severity: 'minor',
  at,
  text: 'The fare is 12',
})

test('correctionsQuery lists the stories corrected last, without updates and without what readers may not see', async () => {
  const dataset = [
    story('fare', {
      corrections: [correction('2026-11-19T06:00:00Z'), correction('2026-11-20T06:00:00Z')],
    }),
    story('pier', {
      corrections: [
        correction('2026-11-21T06:00:00Z', 'clarification'),
        correction('2026-11-22T06:00:00Z', 'update'),
      ],
    }),
    story('live', {corrections: [correction('2026-11-22T06:00:00Z', 'update')]}),
    story('plain', {}),
    story('killed', {corrections: [correction('2026-11-22T06:00:00Z')], pubStatus: 'canceled'}),
  ]
  const params = {now: '2026-11-23T06:00:00Z'}
  const result = await evaluate(parse(correctionsQuery), {dataset, params})
  expect(await result.get()).toEqual([
    {
      _id: 'article-pier',
      headline: 'pier',
      slug: 'pier',
      publishedAt: '2026-11-18T06:00:00Z',
      corrections: [correction('2026-11-21T06:00:00Z', 'clarification')],
      correctedAt: '2026-11-21T06:00:00Z',
    },
    {
      _id: 'article-fare',
      headline: 'fare',
      slug: 'fare',
      publishedAt: '2026-11-18T06:00:00Z',
      corrections: [correction('2026-11-20T06:00:00Z'), correction('2026-11-19T06:00:00Z')],
      correctedAt: '2026-11-20T06:00:00Z',
    },
  ])
})
