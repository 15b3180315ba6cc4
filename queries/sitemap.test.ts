import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'

import {sitemapPageQuery} from './sitemap.ts'

const stories = Array.from({length: 1001}, (_, index) => ({
  _id: `article-${String(index).padStart(4, '0')}`,
  _type: 'article',
  slug: {current: `story-${index}`},
  publishedAt: '2026-11-18T06:00:00Z',
}))
const hidden = [
  {...stories[0], _id: 'article-killed', pubStatus: 'canceled'},
  {...stories[0], _id: 'article-without-address', slug: undefined},
]

test('sitemapPageQuery: a full page is followed by the rest', async () => {
  const dataset = [...hidden, ...stories.toReversed()]
  const params = {now: '2026-11-23T06:00:00Z', after: ''}
  const first = await evaluate(parse(sitemapPageQuery), {dataset, params})
  const page: unknown = await first.get()
  expect(page).toHaveLength(1000)
  expect(page).toHaveProperty('[999]._id', 'article-0999')

  const second = await evaluate(parse(sitemapPageQuery), {
    dataset,
    params: {...params, after: 'article-0999'},
  })
  expect(await second.get()).toEqual([
    {
      _id: 'article-1000',
      headline: null,
      slug: 'story-1000',
      language: null,
      publishedAt: '2026-11-18T06:00:00Z',
      lastModified: '2026-11-18T06:00:00Z',
      publication: null,
    },
  ])
})
