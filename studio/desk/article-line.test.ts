import {expect, test} from 'vitest'

import {articleLine, isOutToday} from './article-line.ts'

const now = new Date('2026-11-23T20:00:00Z')

test('a line names the article as it is printed, and says what must not be overlooked', () => {
  const row = {
    _id: 'drafts.article-a',
    _createdAt: '2026-11-23T19:00:00Z',
    lead: [{text: 'The ferry'}, {text: 'returned'}],
    section: 'Transport',
    bylines: [{role: 'by', name: 'Ann Lee', locationText: 'Oslo'}],
    wireCredits: [{relation: 'sole', name: 'Reuters'}],
    publication: {endCreditPolicy: 'parentheses'},
    openCredits: 1,
    corrections: 1,
    embargo: {active: true, until: '2026-11-25T23:01:00Z', timeZone: 'Europe/Paris'},
    schedule: {state: 'heldBack', at: '2026-11-23T06:00:00Z', reason: 'On legal hold'},
    brokenRules: [
      {
        rule: 'keyPointPresent',
        severity: 'error',
        path: 'keyPoints[0].text',
        message: 'It is empty',
      },
      {
        rule: 'keyPointPresent',
        severity: 'error',
        path: 'keyPoints[1].text',
        message: 'It is empty',
      },
      {rule: 'slugPresent', severity: 'error', path: 'slug', message: 'The story has no slug'},
    ],
    record: {
      workflowState: 'subbing',
      legalHold: true,
      killFlag: true,
      findings: 2,
      conflicts: 1,
      origins: 2,
    },
  }

  expect(articleLine(row, {age: '_createdAt'}, now, 'en-GB')).toEqual({
    id: 'article-a',
    headline: '',
    excerpt: 'The ferry returned',
    byline: 'By Ann Lee in Oslo',
    credit: '(Reuters)',
    section: 'Transport',
    at: Date.parse('2026-11-23T19:00:00Z'),
    badges: [
      {key: 'badge.kill-received', tone: 'critical'},
      {key: 'badge.legal-hold', tone: 'critical'},
      {key: 'badge.held-back', detail: 'On legal hold', tone: 'critical'},
      {
        key: 'badge.broken-rules',
        values: {count: 2},
        detail: 'It is empty',
        tone: 'critical',
      },
      {
        key: 'badge.embargo-left',
        values: {left: '2d 3h'},
        detail: '26 Nov, 00:01 CET',
        tone: 'caution',
      },
      {key: 'badge.conflicts', values: {count: 1}, tone: 'caution'},
      {key: 'badge.findings', values: {count: 2}, tone: 'caution'},
      {key: 'badge.no-wire-source', tone: 'caution'},
      {key: 'badge.correction-received', tone: 'primary'},
      {key: 'badge.subbing', tone: 'primary'},
    ],
    beside: 'updates',
  })
})

test('an empty draft is a line without a headline', () => {
  expect(articleLine({_id: 'drafts.article-a'}, {age: 'publishedAt'}, now, 'en-GB')).toEqual({
    id: 'article-a',
    headline: '',
    excerpt: '',
    byline: '',
    credit: '',
    section: '',
    at: undefined,
    badges: [],
    beside: undefined,
  })
})

test.for([
  ['the day of London began at midnight UTC', 'Europe/London', '2026-11-23T00:30:00Z', true],
  ['the evening before is no longer today', 'Europe/London', '2026-11-22T23:59:00Z', false],
  ['in Auckland it is tomorrow already', 'Pacific/Auckland', '2026-11-23T10:30:00Z', false],
  ['an unknown zone counts as UTC', 'Harbour/Time', '2026-11-23T00:30:00Z', true],
  ['no publication counts as UTC', undefined, '2026-11-22T23:59:00Z', false],
] as const)('isOutToday: %s', ([, timeZone, publishedAt, expected]) => {
  expect(isOutToday({publishedAt, publication: {timeZone}}, now)).toBe(expected)
})

test.for([
  [{record: {workflowState: 'incoming'}}, ['badge.incoming']],
  [{isOut: true}, ['badge.published']],
  [{isOut: true, record: {workflowState: 'ready'}}, ['badge.published', 'badge.ready']],
  [{isOut: true, pubStatus: 'canceled'}, ['badge.killed']],
  [{isOut: false, publishedAt: '2026-11-20T08:00:00Z'}, []],
] as const)('where every state stands together an article says its own: %o', ([row, expected]) => {
  const {badges} = articleLine(row, {age: '_updatedAt', mixed: true}, now, 'en-GB')

  expect(badges.map(({key}) => key)).toEqual(expected)
})
