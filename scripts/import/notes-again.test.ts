import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'

import {type ImportDesk, openImportDesk} from '../testing/import-desk.ts'

let desk: ImportDesk
let client: SanityClient

beforeEach(async () => {
  desk = await openImportDesk()
  client = desk.client
})

afterEach(async () => {
  await desk.close()
})

const COPY = [
  'The ferries will sail again on Monday, their operator said, and take cars from noon on the day after that.',
  'Crews had struck for nine days over pay and cabins, and two thousand people had waited on the islands for a boat to the mainland.',
  '',
].join('\n\n')

/** Imports the text of `ferry.txt` with these notes beside it. */
async function importWith(notes: Readonly<Record<string, unknown>>, name = 'ferry.txt') {
  await desk.file(`${name}.json`, JSON.stringify(notes))
  return desk.importText(name, COPY)
}

function articleOf(id: string): Promise<unknown> {
  return client.fetch(
    '*[_id == $id][0]{headline, "bylines": bylines[].nameAsWritten, "publication": publication._ref, language, "body": body[]{_key, "text": pt::text(@)}}',
    {id: `drafts.${id}`},
  )
}

function textsOf(id: string): Promise<unknown> {
  return client.fetch(
    '*[_id == $id][0].origins[].source->{sourceUrl, sourceDate, reception, "same": sameTextAs->_id != null, "near": count(nearKeys)}',
    {id: `record.${id}`},
  )
}

test('notes that say something else are merged as a further version; the same again is nothing', async () => {
  const {id} = await importWith({headline: 'Boats are back', url: 'https://a.example/1'})
  const before = await articleOf(id)
  const notes = {
    headline: 'Ferries are back',
    url: 'https://a.example/2',
    date: '20 Nov 2026',
    byline: 'Ines Corrado',
    publication: 'bt',
  }
  const path = `${desk.folder}/ferry.txt`
  expect(await importWith(notes)).toMatchObject({
    path,
    outcome: 'updated',
    id,
    reason: `The notes of "${path}" have changed (headline, byline, date, url, publication)`,
  })
  expect(await articleOf(id)).toEqual({
    ...Object(before),
    headline: 'Ferries are back',
    bylines: ['Ines Corrado'],
    publication: 'publication-bt',
    language: 'en-SG',
  })
  expect(await textsOf(id)).toEqual([
    {sourceUrl: 'https://a.example/1', sourceDate: null, reception: null, same: false, near: 12},
    {
      sourceUrl: 'https://a.example/2',
      sourceDate: '20 Nov 2026',
      reception: 2,
      same: true,
      near: null,
    },
  ])
  expect(await importWith(notes)).toMatchObject({outcome: 'unchanged', mutations: 0})
})

test('what an editor changed stays and is a conflict; a note that is gone says nothing', async () => {
  const {id} = await importWith({headline: 'Boats are back', byline: 'Ines Corrado'})
  await client.patch(`drafts.${id}`).set({headline: 'Mine'}).commit()
  const path = `${desk.folder}/ferry.txt`
  expect(await importWith({headline: 'Ferries are back'})).toMatchObject({
    outcome: 'conflict',
    reason: `The notes of "${path}" have changed (headline). The new copy of "Mine" meets other words in headline: they stay, an editor decides`,
  })
  expect(await articleOf(id)).toMatchObject({headline: 'Mine', bylines: ['Ines Corrado']})
  expect(
    await client.fetch('*[_id == $id][0].conflicts[]{field, base, theirs, ours, state}', {
      id: `record.${id}`,
    }),
  ).toEqual([
    {
      field: 'headline',
      base: '"Boats are back"',
      theirs: '"Ferries are back"',
      ours: '"Mine"',
      state: 'open',
    },
  ])
  expect(await importWith({headline: 'Ferries are back'})).toMatchObject({mutations: 0})
})

test('notes that go back to what they said are news again', async () => {
  const {id} = await importWith({headline: 'One'})
  for (const headline of ['Two', 'One', 'Two']) {
    expect(await importWith({headline})).toMatchObject({outcome: 'updated', id})
    expect(await articleOf(id)).toMatchObject({headline})
    expect(await importWith({headline})).toMatchObject({outcome: 'unchanged', mutations: 0})
  }
})

test('a publication that an editor chose stays', async () => {
  const {id} = await importWith({publication: 'bt'})
  const publication = {_type: 'reference', _ref: 'publication-hh'}
  await client.patch(`drafts.${id}`).set({publication}).commit()
  expect(await importWith({publication: 'st'})).toMatchObject({
    outcome: 'unchanged',
    reason: expect.stringContaining(
      'have changed (publication). They are stored, the article is unchanged',
    ),
  })
  expect(await articleOf(id)).toMatchObject({publication: 'publication-hh'})
})

test('the note that a stored text is killed is heard, once', async () => {
  const ids = {provider: 'North Wire', itemId: 'ferry-1', itemVersion: 1, storyId: 'ferry'}
  const {id} = await importWith({...ids, headline: 'Boats are back'})
  const isKilled = () => client.fetch('*[_id == $id][0].killFlag', {id: `record.${id}`})
  expect(await importWith({...ids, kind: 'kill'}, 'killed.txt')).toMatchObject({
    outcome: 'updated',
    needsPerson: true,
    reason: expect.stringContaining('KILL: the provider has withdrawn "Boats are back"'),
  })
  expect(await isKilled()).toBe(true)
  await client.patch(`record.${id}`).set({killFlag: false}).commit()
  expect(await importWith({...ids, kind: 'kill', url: 'https://a.example/1'})).toMatchObject({
    outcome: 'unchanged',
  })
  expect(await isKilled()).toBe(false)
})

test('one text that two files bring under two headlines keeps the first, every night', async () => {
  await desk.file('a.txt.json', '{"headline": "Boats are back"}')
  await desk.file('b.txt.json', '{"headline": "Ferries are back"}')
  const [a, b] = [await desk.file('a.txt', COPY), await desk.file('b.txt', COPY)]
  expect(await desk.importFiles([a, b])).toMatchObject({counts: {created: 1, duplicate: 1}})
  const night = await desk.importFiles([a, b])
  expect(night).toMatchObject({
    mutations: 0,
    items: [
      {outcome: 'unchanged'},
      {
        outcome: 'duplicate',
        reason: `The same text as "${a}"; of its other notes (headline) nothing is taken`,
      },
    ],
  })
  expect(await desk.importFiles([b])).toMatchObject({
    mutations: 0,
    items: [
      {
        outcome: 'unchanged',
        reason: `"${b}" is stored as it came in "a.txt"; of its other notes (headline) nothing is taken`,
      },
    ],
  })
})

test('a text that an editor has put into another story finds it', async () => {
  const {id} = await desk.importText('other.txt', 'Ferries sail\n\nThe ferries will sail soon.\n')
  await desk.file('ferry.txt.json', '{"headline": "Boats are back"}')
  await desk.importText('ferry.txt', COPY, {versionOf: id})
  expect(await importWith({headline: 'Ferries are back'})).toMatchObject({outcome: 'updated', id})
  expect(await articleOf(id)).toMatchObject({headline: 'Ferries are back'})
})

test('a dry run says what the run then sends', async () => {
  await importWith({headline: 'Boats are back'})
  await desk.file('ferry.txt.json', '{"headline": "Ferries are back"}')
  const files = [`${desk.folder}/ferry.txt`]
  const planned: unknown[] = []
  const dry = await desk.importFiles(files, {
    run: 'same',
    dryRun: true,
    send: async (transaction) => planned.push(transaction),
  })
  expect(planned).toHaveLength(3)
  expect(await desk.importFiles(files, {run: 'same'})).toEqual(dry)
})
