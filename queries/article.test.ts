import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'

import {articleBySlugQuery} from './article.ts'

const now = '2026-11-23T06:00:00Z'
const ferry = {
  _id: 'article-ferry',
  _type: 'article',
  headline: 'Night ferry returns',
  slug: {_type: 'slug', current: 'night-ferry'},
  formerSlugs: ['ferry'],
  pubStatus: 'usable',
  publishedAt: '2026-11-20T06:00:00Z',
  embargo: {active: true, until: '2026-11-20T06:00:00Z'},
  keyPoints: [{_key: 'k1', _type: 'keyPoint', text: 'Pilots agree', supports: ['b1']}],
  bylines: [
    {_key: 'y1', role: 'by', contributor: {_ref: 'contributor-ann'}},
    {_key: 'y2', role: 'by', nameAsWritten: 'Bo Ek', locationText: 'Oslo'},
  ],
  wireCredits: [
    {_key: 'c1', relation: 'sole', source: {_ref: 'wireSource-reuters'}, verbatim: 'REUTERS'},
  ],
  corrections: [
    {_key: 'r1', type: 'correction', at: now, text: 'The fare is 12', affects: ['body']},
  ],
  body: [
    {
      _key: 'b1',
      _type: 'block',
      style: 'normal',
      markDefs: [
        {_key: 'm1', _type: 'internalLink', article: {_ref: 'article-fares'}},
        {_key: 'm2', _type: 'internalLink', article: {_ref: 'article-killed'}},
        {_key: 'm3', _type: 'link', href: 'https://example.com/'},
      ],
      children: [{_key: 's0', _type: 'span', text: 'Pilots agreed.', marks: ['m1']}],
    },
    {_key: 'b2', _type: 'relatedArticle', article: {_ref: 'article-fares'}},
  ],
  updateOf: {_ref: 'article-killed'},
  topics: [{_ref: 'topic-transport'}],
}
const fares = {
  _id: 'article-fares',
  _type: 'article',
  headline: 'Fares go up',
  slug: {current: 'fares'},
  publishedAt: '2026-11-19T06:00:00Z',
}
const killed = {
  ...fares,
  _id: 'article-killed',
  headline: 'Ferry sinks',
  slug: {current: 'ferry-sinks'},
  pubStatus: 'canceled',
  kill: {at: now, readerText: 'This story was wrong and was withdrawn'},
}
const others = [
  {
    _id: 'contributor-ann',
    _type: 'contributor',
    name: 'Ann M. Lee',
    bylineName: 'Ann Lee',
    slug: {current: 'ann-lee'},
  },
  {_id: 'wireSource-reuters', _type: 'wireSource', name: 'Reuters', code: 'reuters'},
  {
    _id: 'topic-transport',
    _type: 'topic',
    label: 'Transport',
    qcode: 'medtop:20000337',
    slug: {current: 'transport'},
  },
]
const dataset = [ferry, fares, killed, ...others]

const answered = {
  _id: 'article-ferry',
  slug: 'night-ferry',
  pubStatus: 'usable',
  headline: 'Night ferry returns',
  headlineShort: null,
  headlineSeo: null,
  kicker: null,
  standfirst: null,
  keyPoints: [{_key: 'k1', text: 'Pilots agree'}],
  bylines: [
    {
      _key: 'y1',
      role: 'by',
      name: 'Ann Lee',
      contributorSlug: 'ann-lee',
      jobTitle: null,
      locationText: null,
      affiliationText: null,
      collective: null,
    },
    {
      _key: 'y2',
      role: 'by',
      name: 'Bo Ek',
      contributorSlug: null,
      jobTitle: null,
      locationText: 'Oslo',
      affiliationText: null,
      collective: null,
    },
  ],
  bylineOverride: null,
  wireCredits: [
    {_key: 'c1', relation: 'sole', position: null, name: 'Reuters', sourceCode: 'reuters'},
  ],
  dateline: null,
  usageTerms: null,
  copyrightNotice: null,
  copyrightHolder: null,
  syndication: null,
  leadImage: null,
  body: [
    {
      ...ferry.body[0],
      markDefs: [
        {
          _key: 'm1',
          _type: 'internalLink',
          article: {_id: 'article-fares', headline: 'Fares go up', slug: 'fares'},
        },
        {_key: 'm2', _type: 'internalLink', article: null},
        {_key: 'm3', _type: 'link', href: 'https://example.com/'},
      ],
    },
    {
      _key: 'b2',
      _type: 'relatedArticle',
      article: {_id: 'article-fares', headline: 'Fares go up', slug: 'fares'},
    },
  ],
  authorNote: null,
  readerNote: null,
  publication: null,
  section: null,
  topics: [{label: 'Transport', qcode: 'medtop:20000337', slug: 'transport'}],
  genre: null,
  language: null,
  urgency: null,
  firstPublishedAt: null,
  publishedAt: '2026-11-20T06:00:00Z',
  contentUpdatedAt: null,
  corrections: [{_key: 'r1', type: 'correction', severity: null, at: now, text: 'The fare is 12'}],
  updateOf: null,
}

test.for([
  ['the article, with nothing of what readers may not see', 'night-ferry', now, answered],
  ['the article by a former slug, with the address of today', 'ferry', now, answered],
  [
    'the article from the instant its embargo lifts',
    'night-ferry',
    '2026-11-20T06:00:00Z',
    answered,
  ],
  ['nothing one second before the embargo lifts', 'night-ferry', '2026-11-20T05:59:59Z', null],
  [
    'the tombstone alone of a killed story',
    'ferry-sinks',
    now,
    {
      _id: 'article-killed',
      slug: 'ferry-sinks',
      pubStatus: 'canceled',
      kill: {at: now, readerText: 'This story was wrong and was withdrawn'},
    },
  ],
  ['nothing for another slug', 'bridge', now, null],
] as const)('articleBySlugQuery answers %s', async ([, slug, at, expected]) => {
  const result = await evaluate(parse(articleBySlugQuery), {dataset, params: {slug, now: at}})
  expect(await result.get()).toEqual(expected)
})

test.for([
  ['a withheld story', {pubStatus: 'withheld'}],
  ['an embargo without an end', {embargo: {active: true}}],
  ['an embargo with an end that is no date', {embargo: {active: true, until: 'Friday'}}],
] as const)('articleBySlugQuery hides %s', async ([, changes]) => {
  const params = {slug: 'fares', now}
  const result = await evaluate(parse(articleBySlugQuery), {
    dataset: [{...fares, ...changes}],
    params,
  })
  expect(await result.get()).toBe(null)
})

test('a slug in use wins over the same one formerly used', async () => {
  const later = {...fares, _id: 'article-0', slug: {current: 'new'}, formerSlugs: ['fares']}
  const params = {slug: 'fares', now}
  const result = await evaluate(parse(articleBySlugQuery), {dataset: [later, fares], params})
  expect(await result.get()).toMatchObject({_id: 'article-fares'})
})
