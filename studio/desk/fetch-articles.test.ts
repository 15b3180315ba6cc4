import type {SanityDocumentStub} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {type DeskListId, deskLists} from './desk-lists.ts'
import {fetchArticles, type ListWishes} from './fetch-articles.ts'

const now = new Date('2026-11-23T20:00:00Z')
const everything: ListWishes = {words: '', wireSource: '', publication: '', limit: 50, stopped: []}

let lake: TestLake

beforeAll(async () => {
  lake = await openTestLake()
  const transaction = lake.client.transaction()
  for (const document of documents) transaction.create(document)
  await transaction.commit()
})

afterAll(() => lake.close())

async function idsIn(listId: DeskListId, wishes: Partial<ListWishes> = {}): Promise<unknown> {
  const list = deskLists.find(({id}) => id === listId)
  if (!list) throw new Error(`No list ${listId}`)
  const rows = await fetchArticles(lake.client, list, {...everything, ...wishes}, now)
  return rows
    .map(({_id}) => _id)
    .map(String)
    .toSorted((left, right) => left.localeCompare(right))
}

test.for([
  ['incoming', ['article-doubt', 'article-ferry']],
  ['needs-a-person', ['article-doubt', 'article-nameless', 'article-out']],
  ['in-progress', ['article-nameless']],
  ['ready', ['article-embargo']],
  ['embargoed', ['article-embargo']],
  ['published-today', ['article-out']],
  ['published', ['article-killed', 'article-old', 'article-out']],
  ['corrected', ['article-old']],
  ['killed', ['article-killed']],
  [
    'all-articles',
    [
      'article-doubt',
      'article-embargo',
      'article-ferry',
      'article-killed',
      'article-nameless',
      'article-old',
      'article-out',
      'article-withdrawn',
    ],
  ],
] as const)('%s', async ([list, ids]) => {
  expect(await idsIn(list)).toEqual(ids)
})

test('all articles say which of them readers have', async () => {
  const list = deskLists.find(({id}) => id === 'all-articles')
  const rows = list ? await fetchArticles(lake.client, list, everything, now) : []

  expect(Object.fromEntries(rows.map(({_id, isOut}) => [String(_id), isOut]))).toEqual({
    'article-doubt': false,
    'article-embargo': false,
    'article-ferry': false,
    'article-killed': true,
    'article-nameless': false,
    'article-old': true,
    'article-out': true,
    'article-withdrawn': false,
  })
})

test('what cannot go out needs a person', async () => {
  expect(await idsIn('needs-a-person', {stopped: ['article-old']})).toEqual([
    'article-doubt',
    'article-nameless',
    'article-old',
    'article-out',
  ])
  expect(await idsIn('ready', {stopped: ['article-old']})).toEqual(['article-embargo'])
})

test.for([
  ['a word of the headline', {words: 'returns'}, ['article-ferry']],
  ['the beginning of a word, as it is typed', {words: 'ferr'}, ['article-ferry']],
  ['a word of the body', {words: 'dredger'}, ['article-doubt']],
  ['a name of the byline', {words: 'Lee'}, ['article-ferry']],
  [
    'the name of a linked contributor and a word of the text',
    {words: 'brack dredg'},
    ['article-doubt'],
  ],
  ['words that stand in one article only', {words: 'ferry dredger'}, []],
  ['a word of an article that is not in this list', {words: 'Embargoed'}, []],
  ['a wire source', {wireSource: 'wireSource-afp'}, ['article-ferry']],
  ['a publication', {publication: 'publication-herald'}, ['article-doubt']],
] as const)('Incoming is narrowed by %s', async ([, wishes, ids]) => {
  expect(await idsIn('incoming', wishes)).toEqual(ids)
})

test('one article more than the limit tells that there are more', async () => {
  expect(await idsIn('all-articles', {limit: 2})).toHaveLength(3)
})

const article = (name: string, fields: Readonly<Record<string, unknown>> = {}) => ({
  _id: `article-${name}`,
  _type: 'article',
  headline: `Headline of ${name}`,
  ...fields,
})

const record = (name: string, fields: Readonly<Record<string, unknown>>) => ({
  _id: `record.article-${name}`,
  _type: 'articleRecord',
  article: {_type: 'reference', _ref: `article-${name}`, _weak: true},
  ...fields,
})

const credit = {_key: 'c', _type: 'wireCredit', relation: 'sole'}

const documents: readonly SanityDocumentStub[] = [
  {_id: 'contributor-brack', _type: 'contributor', name: 'Una Brack'},
  {_id: 'wireSource-afp', _type: 'wireSource', name: 'AFP'},
  {_id: 'publication-herald', _type: 'publication', name: 'The Harbour Herald'},
  {
    ...article('ferry', {
      headline: 'Ferry returns',
      bylines: [{_key: 'b', _type: 'byline', role: 'by', nameAsWritten: 'Ann Lee'}],
      wireCredits: [{...credit, source: {_type: 'reference', _ref: 'wireSource-afp'}}],
    }),
    _id: 'drafts.article-ferry',
  },
  record('ferry', {
    workflowState: 'incoming',
    findings: [{_key: 'f', _type: 'finding', state: 'resolved'}],
  }),
  {
    ...article('doubt', {
      publication: {_type: 'reference', _ref: 'publication-herald'},
      bylines: [
        {
          _key: 'b',
          _type: 'byline',
          role: 'by',
          contributor: {_type: 'reference', _ref: 'contributor-brack'},
        },
      ],
      body: [
        {
          _key: 'p',
          _type: 'block',
          style: 'normal',
          markDefs: [],
          children: [{_key: 's', _type: 'span', text: 'The dredger left.', marks: []}],
        },
      ],
    }),
    _id: 'drafts.article-doubt',
  },
  record('doubt', {
    workflowState: 'incoming',
    findings: [{_key: 'f', _type: 'finding', state: 'open'}],
  }),
  {
    ...article('nameless', {headline: undefined, wireCredits: [credit]}),
    _id: 'drafts.article-nameless',
  },
  record('nameless', {workflowState: 'legal'}),
  {
    ...article('embargo', {
      headline: 'Embargoed words',
      embargo: {_type: 'embargo', active: true, until: '2026-11-24T00:01:00Z'},
    }),
    _id: 'drafts.article-embargo',
  },
  record('embargo', {workflowState: 'ready'}),
  article('out', {
    publishedAt: '2026-11-23T09:00:00Z',
    embargo: {_type: 'embargo', active: true, until: '2026-11-23T08:00:00Z'},
  }),
  record('out', {conflicts: [{_key: 'x', _type: 'conflict', state: 'open'}]}),
  article('old', {
    publishedAt: '2026-11-20T09:00:00Z',
    corrections: [{_key: 'k', _type: 'correction', type: 'correction', text: 'It is 12.'}],
  }),
  // Unpublished: its draft still says when it was out
  {...article('withdrawn', {publishedAt: '2026-11-23T11:00:00Z'}), _id: 'drafts.article-withdrawn'},
  article('killed', {publishedAt: '2026-11-23T10:00:00Z', pubStatus: 'canceled'}),
  record('killed', {killFlag: true}),
]
