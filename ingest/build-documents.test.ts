import {expect, test} from 'vitest'

import {buildDocuments} from './build-documents.ts'
import {parseCopy} from './parse-copy.ts'

const COPY = `UPDATE 1-Ferry crews vote

By Ann Lee and Bob Cole

CALLOW, Nov 20 (Reuters) - THE crews voted on Friday.

A second paragraph.
`

test('a text becomes a source, a draft and a record, each with its own id and nothing of the clock', () => {
  const parsed = parseCopy(COPY, {keyPrefix: 'a1'})
  const {source, article, record} = buildDocuments(parsed, 'a1', {
    sourceId: 'source.a1',
    articleId: 'article-b2',
    receivedAt: '2026-11-23T06:00:00Z',
    sha256: 'c3',
    textSha256: 'd4',
    encoding: 'utf-8',
    repairs: [],
    fileName: 'ferry.txt',
    parserVersion: '1',
    contributorsByAlias: new Map([['Ann Lee', 'contributor-ann-lee']]),
  })
  expect(article).toEqual({
    _id: 'drafts.article-b2',
    _type: 'article',
    headline: 'Ferry crews vote',
    bylines: [
      {
        _key: 'a1-y1',
        _type: 'byline',
        role: 'by',
        contributor: {_type: 'reference', _ref: 'contributor-ann-lee'},
      },
      {_key: 'a1-y2', _type: 'byline', role: 'by', nameAsWritten: 'Bob Cole'},
    ],
    wireCredits: [
      {
        _key: 'a1-c1',
        _type: 'wireCredit',
        source: {_type: 'reference', _ref: 'wireSource-reuters'},
        relation: 'sole',
        verbatim: 'Reuters',
        position: 'dateline',
      },
    ],
    dateline: {
      _type: 'dateline',
      text: 'CALLOW, Nov 20 (Reuters)',
      place: 'CALLOW',
      date: 'Nov 20',
      wireSource: {_type: 'reference', _ref: 'wireSource-reuters'},
    },
    body: [
      {
        _key: 'a1-b1',
        _type: 'block',
        style: 'normal',
        markDefs: [],
        children: [
          {_key: 'a1-b1s0', _type: 'span', text: 'The', marks: ['leadIn']},
          {_key: 'a1-b1s1', _type: 'span', text: ' crews voted on Friday.', marks: []},
        ],
      },
      {
        _key: 'a1-b2',
        _type: 'block',
        style: 'normal',
        markDefs: [],
        children: [{_key: 'a1-b2s0', _type: 'span', text: 'A second paragraph.', marks: []}],
      },
    ],
    pubStatus: 'usable',
  })
  expect(source).toEqual({
    _id: 'source.a1',
    _type: 'sourceText',
    raw: COPY,
    sha256: 'c3',
    textSha256: 'd4',
    encoding: 'utf-8',
    format: 'plainText',
    fileName: 'ferry.txt',
    versionKind: 'update',
    versionNote: 'UPDATE 1-',
    receivedAt: '2026-11-23T06:00:00Z',
    parserVersion: '1',
    parsed: JSON.stringify(parsed.snapshot),
    ledger: JSON.stringify(parsed.spans),
    counts: {paragraphs: 2, words: 8, spans: parsed.spans.length, removed: 0, findings: 0},
  })
  expect(record).toEqual({
    _id: 'record.article-b2',
    _type: 'articleRecord',
    article: {_type: 'reference', _ref: 'article-b2', _weak: true},
    workflowState: 'incoming',
    legalHold: false,
    killFlag: false,
    origins: [
      {
        _key: 'a1-o1',
        _type: 'origin',
        source: {_type: 'reference', _ref: 'source.a1', _weak: true},
        importedAt: '2026-11-23T06:00:00Z',
        parserVersion: '1',
      },
    ],
  })
})
