import {expect, test} from 'vitest'

import {newsArticleData, openGraphTags, type SearchableArticle} from './search-data.ts'

const url = 'https://herald.example/ferry-returns'
const article: SearchableArticle = {
  headline: 'Night ferry returns',
  headlineSeo: null,
  standfirst: 'Islanders sail again.',
  bylines: [
    {
      _key: 'y1',
      role: 'by',
      name: 'Ann Lee',
      contributorSlug: null,
      jobTitle: null,
      locationText: null,
      affiliationText: null,
      collective: null,
    },
    {
      _key: 'y2',
      role: 'editing',
      name: 'Bo Ek',
      contributorSlug: null,
      jobTitle: null,
      locationText: null,
      affiliationText: null,
      collective: null,
    },
  ],
  wireCredits: [{_key: 'c1', relation: 'sole', position: 'end', name: 'Reuters', sourceCode: null}],
  leadImage: null,
  publication: {
    name: 'The Herald',
    code: 'herald',
    timeZone: 'Europe/London',
    language: 'en-GB',
    leadInPolicy: null,
    endCreditPolicy: null,
  },
  section: {name: 'Islands', slug: 'islands'},
  topics: [{label: 'Ferries', qcode: null, slug: null}],
  language: null,
  firstPublishedAt: '2026-11-20T08:00:00.000Z',
  publishedAt: '2026-11-22T08:00:00.000Z',
  contentUpdatedAt: '2026-11-23T08:00:00.000Z',
  corrections: [
    {
      _key: 'r1',
      type: 'correction',
      severity: 'minor',
      at: '2026-11-23T08:00:00.000Z',
      text: 'An earlier version said Monday. It is Tuesday.',
    },
  ],
}
const bare: SearchableArticle = {
  headline: 'Night ferry returns',
  headlineSeo: null,
  standfirst: null,
  bylines: null,
  wireCredits: null,
  leadImage: null,
  publication: null,
  section: null,
  topics: null,
  language: null,
  firstPublishedAt: null,
  publishedAt: null,
  contentUpdatedAt: null,
  corrections: null,
}

test('a search engine is told who wrote it, whose it is, since when and what was corrected', () => {
  expect(newsArticleData(article, url)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    'mainEntityOfPage': url,
    'headline': 'Night ferry returns',
    'description': 'Islanders sail again.',
    'datePublished': '2026-11-20T08:00:00.000Z',
    'dateModified': '2026-11-23T08:00:00.000Z',
    'author': [{'@type': 'Person', 'name': 'Ann Lee'}],
    'provider': [{'@type': 'NewsMediaOrganization', 'name': 'Reuters'}],
    'publisher': {'@type': 'NewsMediaOrganization', 'name': 'The Herald'},
    'articleSection': 'Islands',
    'keywords': ['Ferries'],
    'inLanguage': 'en-GB',
    'correction': [
      {
        '@type': 'CorrectionComment',
        'text': 'Correction, 23 November 2026: An earlier version said Monday. It is Tuesday.',
        'datePublished': '2026-11-23T08:00:00.000Z',
      },
    ],
  })
})

test('it is told nothing that the article does not have', () => {
  expect(newsArticleData(bare, url)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    'mainEntityOfPage': url,
    'headline': 'Night ferry returns',
  })
})

const leadImage = {
  asset: null,
  hotspot: null,
  crop: {_type: 'sanity.imageCrop', top: 0, bottom: 0.5, left: 0, right: 0},
  alt: 'A ferry at night',
  caption: null,
  credit: 'A. Photographer',
  url: 'https://herald.example/ferry.jpg',
  width: 1200,
  height: 800,
} as const
const printedPicture =
  'https://herald.example/ferry.jpg?w=1200&fit=max&auto=format&rect=0%2C0%2C1200%2C400'

test('nobody is shown what was cropped of the picture', () => {
  expect(newsArticleData({...bare, leadImage}, url)['image']).toEqual([printedPicture])
})

test('a shared link shows the headline for search, the picture and where it stands', () => {
  expect(openGraphTags({...article, headlineSeo: 'Ferry is back', leadImage}, url)).toEqual([
    ['og:type', 'article'],
    ['og:title', 'Ferry is back'],
    ['og:description', 'Islanders sail again.'],
    ['og:url', url],
    ['og:site_name', 'The Herald'],
    ['og:image', printedPicture],
    ['og:image:alt', 'A ferry at night'],
    ['article:published_time', '2026-11-20T08:00:00.000Z'],
    ['article:modified_time', '2026-11-23T08:00:00.000Z'],
    ['article:section', 'Islands'],
    ['article:tag', 'Ferries'],
  ])
})
