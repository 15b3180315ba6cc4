import fc from 'fast-check'
import {expect, test} from 'vitest'

import {blockingProblems, checkArticle} from './check-article.ts'

const now = '2026-11-23T06:00:00Z'
const block = (key: string, text: string) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs: [],
  children: [{_type: 'span', _key: `${key}s0`, text, marks: []}],
})
const good = {
  _id: 'drafts.article-1',
  _type: 'article',
  headline: 'Night ferry returns before winter',
  keyPoints: [
    {_key: 'k1', _type: 'keyPoint', text: 'Pilots agree to new hours', supports: ['b1']},
    {_key: 'k2', _type: 'keyPoint', text: 'Fares stay below 40', supports: ['b2']},
  ],
  bylines: [{_key: 'y1', _type: 'byline', role: 'by', nameAsWritten: 'Ann Lee'}],
  wireCredits: [{_key: 'c1', _type: 'wireCredit', nameAsWritten: 'Reuters', relation: 'sole'}],
  body: [
    block('b1', 'Pilots agreed to new hours on Monday.'),
    block('b2', 'Fares will stay below 40.'),
  ],
  slug: {_type: 'slug', current: 'night-ferry-returns'},
  pubStatus: 'usable',
}

test('a sound article has no problem', () => {
  expect(checkArticle(good, {now})).toEqual([])
})

test('an empty article is asked for a headline, a text and a slug', () => {
  expect(checkArticle({}, {now})).toEqual([
    {
      rule: 'headlinePresent',
      severity: 'error',
      path: 'headline',
      message: 'The story has no headline: the source gave none, write one',
    },
    {rule: 'bodyPresent', severity: 'error', path: 'body', message: 'The story has no text'},
    {
      rule: 'slugPresent',
      severity: 'error',
      path: 'slug',
      message: 'The story has no slug: generate one from the headline',
    },
  ])
})

const problem = (rule: string, severity: string, path: string) => ({rule, severity, path})

test.for([
  [
    'a picture in the text without credit',
    {
      body: [
        ...good.body,
        {_type: 'articleImage', _key: 'i1', asset: {_ref: 'image-1'}, alt: 'A ferry'},
      ],
    },
    {},
    [problem('creditPresent', 'error', 'body[_key=="i1"].credit')],
  ],
  [
    'an entry without a key by its index',
    {bylines: [...good.bylines, {role: 'by'}]},
    {},
    [problem('bylineNamed', 'error', 'bylines[1]')],
  ],
  [
    'a key point too long for its publication',
    {},
    {publication: {keyPointLimit: 4}},
    [problem('keyPointWithinLimit', 'warning', 'keyPoints[_key=="k1"].text')],
  ],
  ['a slug that is taken', {}, {slugTaken: true}, [problem('slugFree', 'error', 'slug')]],
  [
    'a slug changed since publication',
    {},
    {published: {slug: {current: 'ferry'}, firstPublishedAt: now}},
    [problem('slugKept', 'info', 'slug')],
  ],
  [
    'an embargo, a legal hold and a kill at the source',
    {embargo: {active: true, until: '2026-11-23T06:00:01Z'}},
    {record: {legalHold: true, killFlag: true}},
    [
      problem('notBeforeEmbargo', 'error', 'embargo'),
      problem('noLegalHold', 'error', ''),
      problem('notKilledAtSource', 'error', ''),
    ],
  ],
  [
    'a broken ledger',
    {},
    {sources: [{_id: 'source.1', raw: 'text', ledger: '[]'}], ledgerFaults: () => ['gap at 0']},
    [problem('ledgerWhole', 'error', '')],
  ],
  [
    'wire copy without a credit',
    {wireCredits: []},
    {sources: [{_id: 'source.1', raw: 'text', ledger: '[]', provider: 'Reuters'}]},
    [problem('wireCopyCredited', 'error', 'wireCredits')],
  ],
  [
    'a killed story without a sentence',
    {pubStatus: 'canceled', headline: ''},
    {},
    [problem('tombstoneReadable', 'error', 'kill.readerText')],
  ],
] as const)('finds %s', ([, changes, context, expected]) => {
  const problems = checkArticle({...good, ...changes}, {now, ...context})
  expect(problems.map(({rule, severity, path}) => ({rule, severity, path}))).toEqual(expected)
})

test('only errors stop publishing', () => {
  const warned = checkArticle({...good, headline: 'UPDATE 1-Night ferry returns'}, {now})
  expect(warned.map(({rule}) => rule)).toEqual(['headlineNoResidue'])
  expect(blockingProblems(warned)).toEqual([])
})

test('never throws, whatever the documents hold', () => {
  const anything = fc.anything({maxDepth: 3})
  const article = fc.record(
    {
      headline: anything,
      keyPoints: fc.oneof(anything, fc.array(anything)),
      bylines: fc.oneof(anything, fc.array(anything)),
      wireCredits: fc.oneof(anything, fc.array(anything)),
      body: fc.oneof(
        anything,
        fc.array(fc.record({_type: fc.constant('block'), children: anything})),
      ),
      embargo: anything,
      slug: anything,
      corrections: fc.array(anything),
      kill: anything,
    },
    {requiredKeys: []},
  )
  fc.assert(
    fc.property(article, anything, fc.array(anything), (draft, record, sources) => {
      const context = {
        now,
        record,
        sources,
        published: record,
        agencies: sources,
        contributors: sources,
      }
      return Array.isArray(checkArticle(draft, context))
    }),
  )
})
