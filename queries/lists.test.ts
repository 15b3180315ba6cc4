import {evaluate, parse} from 'groq-js'
import {expect, test} from 'vitest'

import {contributorBySlugQuery} from './contributor.ts'
import {frontPageQuery} from './front-page.ts'
import {publicationByCodeQuery} from './publication.ts'
import {sectionBySlugQuery} from './section.ts'
import {wireSourceByCodeQuery} from './wire-source.ts'

const now = '2026-11-23T06:00:00Z'
const story = (name: string, publishedAt: string, fields: object = {}) => ({
  _id: `article-${name}`,
  _type: 'article',
  headline: `About ${name}`,
  slug: {current: name},
  pubStatus: 'usable',
  publishedAt,
  section: {_ref: 'section-harbour'},
  publication: {_ref: 'publication-courier'},
  bylines: [{_key: 'y1', role: 'by', contributor: {_ref: 'contributor-ann'}}],
  wireCredits: [{_key: 'c1', relation: 'sole', source: {_ref: 'wireSource-dpa'}}],
  ...fields,
})
const dataset = [
  story('older', '2026-11-21T06:00:00Z'),
  story('newer', '2026-11-22T06:00:00Z', {embargo: {active: true, until: now}}),
  story('withheld', '2026-11-22T07:00:00Z', {pubStatus: 'withheld'}),
  story('killed', '2026-11-22T08:00:00Z', {pubStatus: 'canceled'}),
  story('embargoed', '2026-11-22T09:00:00Z', {
    embargo: {active: true, until: '2026-11-23T06:00:01Z'},
  }),
  story('elsewhere', '2026-11-20T06:00:00Z', {
    section: undefined,
    publication: undefined,
    bylines: [],
    wireCredits: [],
    // A mention outside the byline and the credits is neither
    body: [{_key: 'b1', _type: 'relatedArticle', article: {_ref: 'contributor-ann'}}],
  }),
  {_id: 'section-harbour', _type: 'section', name: 'Harbour', slug: {current: 'harbour'}, order: 2},
  {_id: 'section-town', _type: 'section', name: 'Town', slug: {current: 'town'}, order: 1},
  {
    _id: 'publication-courier',
    _type: 'publication',
    name: 'Courier',
    code: 'courier',
    endCreditPolicy: 'names',
  },
  {_id: 'contributor-ann', _type: 'contributor', name: 'Ann Lee', slug: {current: 'ann-lee'}},
  {_id: 'wireSource-dpa', _type: 'wireSource', name: 'dpa', code: 'dpa', kind: 'wire'},
]

const card = (name: string, publishedAt: string) => ({
  _id: `article-${name}`,
  headline: `About ${name}`,
  headlineShort: null,
  kicker: null,
  standfirst: null,
  slug: name,
  genre: null,
  urgency: null,
  publishedAt,
  contentUpdatedAt: null,
  section: {name: 'Harbour', slug: 'harbour'},
  leadImage: null,
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
  ],
  bylineOverride: null,
  wireCredits: [{_key: 'c1', relation: 'sole', position: null, name: 'dpa', sourceCode: 'dpa'}],
})
const newestFirst = [card('newer', '2026-11-22T06:00:00Z'), card('older', '2026-11-21T06:00:00Z')]
const elsewhere = {
  ...card('elsewhere', '2026-11-20T06:00:00Z'),
  section: null,
  bylines: [],
  wireCredits: [],
}

test.for([
  [
    'the front page: the newest, and every section in its order',
    frontPageQuery,
    {},
    {
      newest: [...newestFirst, elsewhere],
      sections: [
        {_id: 'section-town', name: 'Town', slug: 'town', articles: []},
        {_id: 'section-harbour', name: 'Harbour', slug: 'harbour', articles: newestFirst},
      ],
    },
  ],
  [
    'a section with its stories',
    sectionBySlugQuery,
    {slug: 'harbour'},
    {_id: 'section-harbour', name: 'Harbour', slug: 'harbour', articles: newestFirst},
  ],
  ['no section by another slug', sectionBySlugQuery, {slug: 'sea'}, null],
  [
    'a contributor with the stories that name them in the byline',
    contributorBySlugQuery,
    {slug: 'ann-lee'},
    {
      _id: 'contributor-ann',
      name: 'Ann Lee',
      slug: 'ann-lee',
      jobTitle: null,
      affiliation: null,
      bio: null,
      portrait: null,
      sameAs: null,
      articles: newestFirst,
    },
  ],
  [
    'an agency with the stories that credit it',
    wireSourceByCodeQuery,
    {code: 'dpa'},
    {
      _id: 'wireSource-dpa',
      name: 'dpa',
      code: 'dpa',
      kind: 'wire',
      url: null,
      articles: newestFirst,
    },
  ],
  [
    'a publication with its stories',
    publicationByCodeQuery,
    {code: 'courier'},
    {
      _id: 'publication-courier',
      name: 'Courier',
      code: 'courier',
      slug: null,
      timeZone: null,
      language: null,
      leadInPolicy: null,
      endCreditPolicy: 'names',
      articles: newestFirst,
    },
  ],
] as const)('lists show %s', async ([, query, params, expected]) => {
  const result = await evaluate(parse(query), {dataset, params: {...params, now}})
  expect(await result.get()).toEqual(expected)
})
