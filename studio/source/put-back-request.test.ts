import {afterEach, beforeEach, describe, expect, test} from 'vitest'

import type {LedgerSpan} from '../../ingest/ledger.ts'
import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {paragraph} from '../testing/paragraph.ts'
import {leaveOutRequest, putBackRequest, undoRequest} from './put-back-request.ts'
import type {ReceivedText} from './received-text.ts'

const raw = 'The ferry stopped. Read more here. It was cold.\n\nSign up\nnow\n\nTalks go on.'
const source: ReceivedText = {
  id: 'source.3f2a99ab',
  raw,
  spans: [
    span('The ferry stopped.', ['body[_key=="b1"].children[_key=="b1s0"].text']),
    span(' ', [], 18),
    span('Read more here.', 'removed'),
    span(' It was cold.', ['body[_key=="b1"].children[_key=="b1s0"].text']),
    span('Sign up\nnow', 'removed'),
    span('Talks go on.', ['body[_key=="b2"].children[_key=="b2s0"].text']),
  ],
  snapshot: {},
  fileName: '',
  provider: '',
  versionKind: '',
  versionNote: '',
  receivedAt: '',
  isSameText: false,
  noted: {},
  publication: '',
}
const published = {
  _id: 'article-a',
  _type: 'article',
  body: [paragraph('b1', 'The ferry stopped. It was cold.'), paragraph('b2', 'Talks go on.')],
}
const signUp = {start: raw.indexOf('Sign'), end: raw.indexOf('now') + 3, rule: 'sign-up@2'}
const readMore = {start: 19, end: 34, rule: 'read-more@1'}
const decision = {
  article: published,
  source,
  by: 'Ann Pike',
  at: '2026-11-23T20:00:00Z',
  hasRule: true,
}

let lake: TestLake

beforeEach(async () => {
  lake = await openTestLake()
  await lake.client.create(published)
  await lake.client.create({_id: 'rule.sign-up', _type: 'boilerplateRule'})
  await lake.client.create({_id: 'rule.read-more', _type: 'boilerplateRule', putBacks: 4})
})
afterEach(() => lake.close())

const state = () =>
  lake.client.fetch(`{
    "draft": *[_id == "drafts.article-a"][0].body[]{_key, "text": children[0].text},
    "resolutions": *[_id == "record.article-a"][0].resolutions,
    "putBacks": *[_type == "boilerplateRule"] | order(_id)[].putBacks
  }`)

describe('putBackRequest', () => {
  test('puts a line between the paragraphs around it, keeps the decision and counts it', async () => {
    await lake.client.mutate(putBackRequest({...decision, stretch: signUp}))

    expect(await state()).toEqual({
      draft: [
        {_key: 'b1', text: 'The ferry stopped. It was cold.'},
        {_key: '3f2a99-p49', text: 'Sign up now'},
        {_key: 'b2', text: 'Talks go on.'},
      ],
      resolutions: [
        {
          _key: '3f2a99-p49',
          _type: 'resolution',
          kind: 'putBack',
          source: {_type: 'reference', _ref: source.id, _weak: true},
          start: 49,
          end: 60,
          by: 'Ann Pike',
          at: '2026-11-23T20:00:00Z',
        },
      ],
      putBacks: [4, 1],
    })
  })

  test('puts a sentence back into its paragraph', async () => {
    await lake.client.mutate(putBackRequest({...decision, stretch: readMore}))

    expect(await state()).toMatchObject({
      draft: [
        {_key: 'b1', text: 'The ferry stopped. Read more here. It was cold.'},
        {_key: 'b2', text: 'Talks go on.'},
      ],
      putBacks: [5, null],
    })
  })

  test('puts it behind the paragraph whose words were edited', () => {
    const article = {...published, body: [paragraph('b1', 'It stopped.')]}
    const [, insert] = putBackRequest({...decision, article, stretch: readMore})

    expect(insert).toMatchObject({patch: {insert: {after: 'body[_key=="b1"]'}}})
  })

  test('puts it into a body where nothing of its surroundings is left', async () => {
    const article = {_id: 'article-b', _type: 'article'}
    await lake.client.mutate(putBackRequest({...decision, article, stretch: signUp}))

    expect(
      await lake.client.fetch('*[_id == "drafts.article-b"][0].body[].children[].text'),
    ).toEqual(['Sign up now'])
  })
})

test.for([signUp, readMore])('undoRequest leaves nothing behind: %o', async (stretch) => {
  await lake.client.mutate(putBackRequest({...decision, stretch}))
  const article = (await lake.client.getDocument('drafts.article-a')) ?? published
  const undo = undoRequest({...decision, article, stretch})
  await lake.client.mutate(undo ?? [])

  expect(await state()).toEqual({
    draft: [
      {_key: 'b1', text: 'The ferry stopped. It was cold.'},
      {_key: 'b2', text: 'Talks go on.'},
    ],
    resolutions: [],
    putBacks: stretch === signUp ? [4, 0] : [4, null],
  })
})

test('undoRequest leaves words alone that were edited since', () => {
  const article = {...published, body: [paragraph('3f2a99-p49', 'Sign up today')]}

  expect(undoRequest({...decision, article, stretch: signUp})).toBeUndefined()
})

test('leaveOutRequest writes nothing but the decision', async () => {
  await lake.client.mutate(leaveOutRequest({...decision, stretch: signUp}))

  expect(await state()).toMatchObject({
    draft: null,
    resolutions: [{kind: 'dismissed', start: 49, end: 60}],
    putBacks: [4, null],
  })
})

function span(
  text: string,
  fate: readonly string[] | 'removed',
  start = raw.indexOf(text),
): LedgerSpan {
  const targets = fate === 'removed' ? [] : fate
  const kind = fate === 'removed' ? fate : targets.length > 0 ? 'field' : 'separator'
  return {
    start,
    end: start + text.length,
    kind,
    targets,
    op: 'copy',
    rule: 'r@1',
    reason: '',
    confidence: 1,
  }
}
