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

function textOf(notes: Readonly<Record<string, string | number>>, copy: string): string {
  const lines = Object.entries({provider: 'North Wire', ...notes}).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return ['---', ...lines, '---', copy, ''].join('\n')
}

function storyOf(id: string, day = 'Monday'): string {
  const copy = `Quay ${id} opens\n\nThe ${id} quay will open on ${day}, its harbour master said.`
  return textOf({itemId: `${id}-1`, itemVersion: 1, storyId: id}, copy)
}

const KILL = 'EDITORS: Please kill the story sent earlier. Another one will not follow.'

function killed(): Promise<unknown> {
  return client.fetch('*[_type == "articleRecord" && killFlag] | order(_id)._id')
}

test.for([
  [
    'with their own ids',
    (story: string) => textOf({itemId: `${story}-2`, itemVersion: 2, storyId: story}, KILL),
  ],
  ['with the story’s id alone', (story: string) => textOf({storyId: story, kind: 'kill'}, KILL)],
  [
    'with the story’s id and headline',
    (story: string) => textOf({storyId: story, headline: `Quay ${story}`}, KILL),
  ],
] as const)('two stories are killed in the same words, %s, once each', async ([, killOf]) => {
  const [north, south] = [
    await desk.importText('north.txt', storyOf('north')),
    await desk.importText('south.txt', storyOf('south')),
  ]
  const kills = [
    await desk.file('kill-north.txt', killOf('north')),
    await desk.file('kill-south.txt', killOf('south')),
  ]
  const {items} = await desk.importFiles(kills)
  expect(items).toMatchObject([
    {outcome: 'updated', id: north.id, reason: expect.stringMatching(/^KILL: /u)},
    {outcome: 'updated', id: south.id, reason: expect.stringMatching(/^KILL: /u)},
  ])
  expect(await killed()).toEqual([`record.${north.id}`, `record.${south.id}`].toSorted())
  expect(await desk.importFiles(kills)).toMatchObject({mutations: 0, counts: {unchanged: 2}})
})

test('a kill in known words that comes before its story keeps it from being published', async () => {
  await desk.importText('north.txt', storyOf('north'))
  await desk.importText('kill-north.txt', textOf({storyId: 'north', kind: 'kill'}, KILL))
  const early = await desk.importText('kill.txt', textOf({storyId: 'south', kind: 'kill'}, KILL))
  expect(early).toMatchObject({outcome: 'created'})
  const story = await desk.importText('south.txt', storyOf('south'))
  expect(story).toMatchObject({outcome: 'updated', id: early.id})
  expect(await killed()).toContain(`record.${early.id}`)
})

test('another text under an id that came in the same run is refused, and in the next run too', async () => {
  const files = [
    await desk.file('1.txt', storyOf('north')),
    await desk.file('2.txt', storyOf('north', 'Tuesday')),
    await desk.file('3.txt', storyOf('north')),
  ]
  const first = await desk.importFiles(files)
  expect(first.items).toMatchObject([
    {outcome: 'created'},
    {
      outcome: 'refused',
      reason: `Refused "${files[1]}": version 1 of "north-1" from "North Wire" came in "${files[0]}" with another text; give the text a version of its own`,
    },
    {outcome: 'duplicate', reason: `The same text as "${files[0]}"`},
  ])
  const {items} = await desk.importFiles(files)
  expect(items.map(({outcome}) => outcome)).toEqual(['unchanged', 'refused', 'unchanged'])
})

test('an update of an article that stands in a release alone is stored, and a person is told', async () => {
  const {id} = await desk.importText('1.txt', storyOf('north'))
  const draft = await client.getDocument(`drafts.${id}`)
  const scheduled = {...draft, _id: `versions.r1.${id}`, _type: 'article'}
  await client.mutate([{create: scheduled}, {delete: {id: `drafts.${id}`}}])
  const copy = 'Quay north opens\n\nThe north quay will open on Friday, its harbour master said.'
  const update = textOf({itemId: 'north-2', itemVersion: 2, storyId: 'north'}, copy)
  expect(await desk.importText('2.txt', update)).toMatchObject({
    outcome: 'unchanged',
    reason: `The article is scheduled or in a release: the new version is stored and linked, an editor has to take its words over. Not changed: versions.r1.${id}`,
  })
  expect(
    await client.fetch(
      `*[_id == $id][0]{"unmerged": origins[1].unmerged, "findings": findings[]{code, message}}`,
      {id: `record.${id}`},
    ),
  ).toEqual({
    unmerged: 'inRelease',
    findings: [
      {
        code: 'update-waits',
        message:
          'A new version of the copy came in while the article was scheduled or in a release: none of its words are there',
      },
    ],
  })
})

test('an article without its record is left alone and said to be so', async () => {
  const {id} = await desk.importText('1.txt', storyOf('north'))
  await client.delete(`record.${id}`)
  const copy = 'Quay north opens\n\nThe north quay will open on Friday, its harbour master said.'
  const update = textOf({itemId: 'north-2', itemVersion: 2, storyId: 'north'}, copy)
  const path = `${desk.folder}/2.txt`
  expect(await desk.importText('2.txt', update)).toEqual({
    path,
    outcome: 'failed',
    id,
    reason: `Cannot import "${path}": the dataset has "${id}" without "record.${id}", so its edits cannot be told from the copy; restore the record, or delete the article, and import again`,
    mutations: 0,
  })
})

test('a version that says nothing new of a published article leaves nothing to wait for', async () => {
  const {id} = await desk.importText('1.txt', storyOf('north'))
  const draft = await client.getDocument(`drafts.${id}`)
  await client.mutate([
    {create: {...draft, _id: id, _type: 'article'}},
    {delete: {id: `drafts.${id}`}},
  ])
  const again = storyOf('north').replace('north-1', 'north-2').replace(': 1', ': 2')
  const second = await desk.importText('2.txt', again)
  expect(second).toMatchObject({
    outcome: 'unchanged',
    reason: 'It says nothing new: stored and linked, the article is unchanged',
  })
  expect(second.needsPerson).toBeUndefined()
  expect(
    await client.fetch(
      `*[_id == "record." + $id][0]{"versions": origins[].version, "findings": count(findings)}`,
      {id},
    ),
  ).toEqual({versions: ['1', '2'], findings: null})
})

test('a text whose documents are too large for one request is refused before anything of it is sent', async () => {
  const paragraphs = Array.from(
    {length: 6000},
    (_, number) => `Quay number ${number} will open on Monday, its harbour master said.`,
  )
  const long = await desk.file('long.txt', `${paragraphs.join('\n\n')}\n`)
  const short = await desk.file('short.txt', storyOf('north'))
  const sent: string[] = []
  const {items} = await desk.importFiles([long, short], {
    dryRun: true,
    send: async (transaction) => sent.push(JSON.stringify(transaction)),
  })
  expect(items).toMatchObject([
    {
      path: long,
      outcome: 'refused',
      reason: expect.stringMatching(
        /^Refused ".+long\.txt": with its article and its ledger it makes \d+\.\d MB, and no more than 3\.5 MB can be stored at once; split the text$/u,
      ),
    },
    {path: short, outcome: 'created'},
  ])
  expect(Math.max(...sent.map(({length}) => length))).toBeLessThan(100_000)
})
