import {afterEach, beforeEach, expect, test} from 'vitest'

import type {Fields} from '../../ingest/merge-content.ts'
import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {paragraph} from '../testing/paragraph.ts'
import {decideChanges} from './decide-changes.ts'
import {deskChanges} from './desk-changes.ts'

const id = 'article-a'
const draftId = 'drafts.article-a'
const recordId = 'record.article-a'
const versions = {
  before: {
    headline: 'Ferries stop',
    keyPoints: [{_key: 'k1', _type: 'keyPoint', text: 'Until Friday'}],
    body: [paragraph('b1', 'Nine ships lie in port'), paragraph('b2', 'They sail on Friday')],
  },
  after: {
    headline: 'Ferries sail',
    keyPoints: [{_key: 'k1', _type: 'keyPoint', text: 'Until Monday'}],
    body: [paragraph('b1', 'Ten ships lie in port'), paragraph('b3', 'Nobody knows more')],
  },
}
/** As an import leaves it: an editor had changed the headline and the first paragraph, the rest follows the wire. */
const draft = {
  ...versions.after,
  _id: draftId,
  _type: 'article',
  headline: 'Our headline',
  keyPoints: [{_key: 'k1', _type: 'keyPoint', text: 'Until Monday', supports: ['b1']}],
  body: [paragraph('b1', 'Nine ships, we counted'), paragraph('b3', 'Nobody knows more')],
}
const record = {
  _id: recordId,
  _type: 'articleRecord',
  conflicts: [
    {
      _key: 'c1',
      _type: 'conflict',
      field: 'headline',
      base: '"Ferries stop"',
      theirs: '"Ferries sail"',
      ours: '"Our headline"',
      state: 'open',
    },
  ],
}

let lake: TestLake

beforeEach(async () => {
  lake = await openTestLake()
  await lake.client.create(draft)
  await lake.client.create(record)
})
afterEach(() => lake.close())

const stored = (documentId: string) =>
  lake.client.fetch<Fields>('*[_id == $documentId][0]', {documentId})
const shown = async () => deskChanges(versions, await stored(draftId), await stored(recordId))

async function decide(
  paths: readonly string[],
  side: 'theirs' | 'ours',
  seen?: Awaited<ReturnType<typeof shown>>,
) {
  const changes = (seen ?? (await shown())).filter(({path}) => paths.includes(path))
  const decision = {articleId: id, versions, sourceId: 'source.2', changes, side, by: 'Ann Pike'}
  return decideChanges(lake.client, {...decision, at: '2026-11-23T20:00:00Z'})
}
const states = async () => Object.fromEntries((await shown()).map(({path, state}) => [path, state]))

test('what the import has taken, what waits for an editor and what stands otherwise', async () => {
  expect(await states()).toEqual({
    'headline': 'open',
    'keyPoints[_key=="k1"]': 'taken',
    'body[_key=="b1"]': 'ours',
    'body[_key=="b2"]': 'taken',
    'body[_key=="b3"]': 'taken',
  })
})

test('theirs is taken and ours can be had back; the record says who decided', async () => {
  expect(await decide(['headline'], 'theirs')).toBe(true)
  expect(await stored(draftId)).toMatchObject({headline: 'Ferries sail'})
  expect(await stored(recordId)).toMatchObject({conflicts: [{state: 'tookTheirs', by: 'Ann Pike'}]})

  expect(await decide(['headline'], 'ours')).toBe(true)
  expect(await stored(draftId)).toMatchObject({headline: 'Our headline'})
  expect(await stored(recordId)).toMatchObject({conflicts: [{state: 'keptOurs'}]})
})

test('a headline that was edited once more before theirs was taken comes back as it was last', async () => {
  await lake.client.patch(draftId).set({headline: 'Our second headline'}).commit()
  await decide(['headline'], 'theirs')
  await decide(['headline'], 'ours')

  expect(await stored(draftId)).toMatchObject({headline: 'Our second headline'})
})

test('keeping ours in a conflict changes the record alone', async () => {
  const before = await stored(draftId)
  await decide(['headline'], 'ours')

  expect(await stored(draftId)).toEqual(before)
  expect(await states()).toMatchObject({headline: 'ours'})
})

test('what the import took by itself goes back, with a line on the record, and can be taken again', async () => {
  const paths = ['keyPoints[_key=="k1"]', 'body[_key=="b2"]', 'body[_key=="b3"]']
  await decide(paths, 'ours')
  expect(await stored(draftId)).toMatchObject({
    keyPoints: [{_key: 'k1', _type: 'keyPoint', text: 'Until Friday', supports: ['b1']}],
    body: [draft.body[0], versions.before.body[1]],
  })
  expect(await stored(recordId)).toMatchObject({
    conflicts: [
      {_key: 'c1', state: 'open'},
      {field: 'keyPoints[_key=="k1"]', state: 'keptOurs', by: 'Ann Pike'},
      {field: 'body[_key=="b2"]', state: 'keptOurs'},
      {field: 'body[_key=="b3"]', state: 'keptOurs'},
    ],
  })

  await decide(paths, 'theirs')
  expect(await stored(draftId)).toMatchObject({keyPoints: draft.keyPoints, body: draft.body})
})

test('nothing is written when a colleague has changed the words meanwhile', async () => {
  const seen = await shown()
  await lake.client.patch(draftId).set({headline: 'Of a colleague'}).commit()
  const before = await stored(recordId)

  expect(await decide(['headline'], 'theirs', seen)).toBe(false)
  expect(await stored(draftId)).toMatchObject({headline: 'Of a colleague'})
  expect(await stored(recordId)).toEqual(before)
})

test('nothing is written when a newer version has met the conflict meanwhile', async () => {
  const seen = await shown()
  const newer = {'conflicts[_key=="c1"].theirs': '"Ferries sink"'}
  await lake.client.patch(recordId).set(newer).commit()

  expect(await decide(['headline'], 'theirs', seen)).toBe(false)
  expect(await stored(draftId)).toMatchObject({headline: 'Our headline'})
})

test('a colleague at work elsewhere in the article does not stand in the way', async () => {
  const seen = await shown()
  await lake.client.patch(draftId).set({standfirst: 'Of a colleague'}).commit()

  expect(await decide(['headline'], 'theirs', seen)).toBe(true)
  expect(await stored(draftId)).toMatchObject({
    headline: 'Ferries sail',
    standfirst: 'Of a colleague',
  })
})

test('what is published stays, a draft takes the decision', async () => {
  await lake.client.delete(draftId)
  const published = await lake.client.create({...draft, _id: id, headline: 'As published'})
  const changes = deskChanges(versions, published, await stored(recordId))
  expect(await decide(['headline'], 'theirs', changes)).toBe(true)

  expect(await stored(id)).toMatchObject({headline: 'As published'})
  expect(await stored(draftId)).toMatchObject({headline: 'Ferries sail'})
})
