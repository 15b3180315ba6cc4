import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import type {Fields} from '../../ingest/merge-content.ts'
import {inventStory} from '../../scripts/bench/invent-stories.ts'
import {runImport} from '../../scripts/import/run-import.ts'
import {sendTransaction} from '../../scripts/import/send-transaction.ts'
import {openCopies} from '../../scripts/import/sources/open-copies.ts'
import {openTestLake, type TestLake} from '../testing/open-test-lake.ts'
import {joinStory} from './join-story.ts'

const AT = '2026-11-24T10:00:00.000Z'
const STORY = inventStory(5).slice(0, 6)
const [LEAD = '', SECOND = '', ...REST] = STORY

let lake: TestLake
let folder: string
let runs = 0

beforeEach(async () => {
  lake = await openTestLake()
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-join-'))
})
afterEach(async () => {
  await lake.close()
  await rm(folder, {recursive: true})
})

/** @returns Id of the article */
async function importStory(headline: string, paragraphs: readonly string[]): Promise<string> {
  const file = join(folder, `${(runs += 1)}.txt`)
  await writeFile(file, [headline, ...paragraphs].join('\n\n'))
  let id = ''
  await runImport(lake.client, {
    copies: openCopies([file], {large: false, async *stdin() {}}),
    inputs: [file],
    run: `run-${runs}`,
    startedAt: AT,
    finishedAt: () => AT,
    large: false,
    dryRun: false,
    stop: new AbortController().signal,
    send: sendTransaction(lake.client),
    onItem: (item) => {
      id = item.id ?? ''
    },
  })
  return id
}

async function joinTwo(articleId: string, otherId: string): Promise<void> {
  await lake.client.mutate(await joinStory(lake.client, {articleId, otherId, at: AT}))
}

const stored = (query: string, id: string) => lake.client.fetch<Fields>(query, {id})

test('a proposal that is accepted makes the text a version of the other story, merged into what nobody edited', async () => {
  const other = await importStory('Pier opens again', STORY)
  await lake.client.patch(`drafts.${other}`).set({headline: 'Our pier is back'}).commit()
  const article = await importStory('Pier to open again', [LEAD, ...REST, 'Nobody was hurt.'])
  expect(await stored('*[_id == "record." + $id][0].findings[0]{code, state}', article)).toEqual({
    code: 'near-duplicate',
    state: 'open',
  })
  await joinTwo(article, other)
  const draft = await stored(
    '*[_id == "drafts." + $id][0]{headline, "body": body[]{"text": pt::text(@)}.text}',
    other,
  )
  expect(draft).toEqual({
    headline: 'Our pier is back',
    body: [LEAD, ...REST, 'Nobody was hurt.'],
  })
  expect(draft['body']).not.toContain(SECOND)
  expect(
    await stored(
      '*[_id == "record." + $id][0]{"origins": origins[].source->fileName, "conflicts": conflicts[]{field, state}}',
      other,
    ),
  ).toEqual({origins: ['1.txt', '2.txt'], conflicts: [{field: 'headline', state: 'open'}]})
  expect(await stored('*[_id in ["drafts." + $id, "record." + $id]]', article)).toEqual([])
})

test('an edit, a published article and an article that is gone are in the way, and nothing is written', async () => {
  const other = await importStory('Pier opens again', STORY)
  const article = await importStory('Pier to open again', [LEAD, ...REST])
  await expect(joinTwo(article, 'article-none')).rejects.toThrow('The other article is gone')
  await lake.client.patch(`drafts.${article}`).set({kicker: 'Harbour'}).commit()
  await expect(joinTwo(article, other)).rejects.toThrow('Somebody has edited this article')
  await lake.client.create({_id: article, _type: 'article', headline: 'Out'})
  await expect(joinTwo(article, other)).rejects.toThrow('It is published')
})

test('what somebody changes meanwhile is not lost: the transaction is refused', async () => {
  const other = await importStory('Pier opens again', STORY)
  const article = await importStory('Pier to open again', [LEAD, ...REST])
  const mutations = await joinStory(lake.client, {articleId: article, otherId: other, at: AT})
  await lake.client.patch(`drafts.${article}`).set({kicker: 'Harbour'}).commit()
  await expect(lake.client.mutate(mutations)).rejects.toThrow(/revision/iu)
  expect(await stored('*[_id == "drafts." + $id][0].kicker', article)).toBe('Harbour')
})
