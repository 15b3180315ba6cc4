import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'

import {type ImportDesk, openImportDesk} from '../testing/import-desk.ts'
import type {PlannedTransaction} from './planned-mutation.ts'
import {sendTransaction} from './send-transaction.ts'

let desk: ImportDesk
let client: SanityClient

beforeEach(async () => {
  desk = await openImportDesk()
  client = desk.client
})

afterEach(async () => {
  await desk.close()
})

const CREWS = 'Crews had struck for nine days over pay and cabins, the union said.'
const PORT = 'The port of Callow takes no cars before noon, its harbour master said.'

function copyOf(
  version: number,
  {
    day = 'Monday',
    more = [],
    mark = '',
  }: {day?: string; more?: readonly string[]; mark?: string} = {},
): string {
  return [
    '---',
    'provider: North Wire',
    'itemId: ferry-1',
    `itemVersion: ${version}`,
    'storyId: ferry',
    '---',
    `${mark}Ferries to sail again on ${day}`,
    '',
    `CALLOW, Nov 20 (Reuters) - The ferries will sail again on ${day}, their operator said.`,
    '',
    CREWS,
    '',
    PORT,
    ...more.flatMap((paragraph) => ['', paragraph]),
    '',
  ].join('\n')
}

const storyQuery = `*[_id == $id][0]{
  headline,
  "body": body[]{_key, "text": pt::text(@)}
}`

function article(id: string): Promise<unknown> {
  return client.fetch(storyQuery, {id}, {perspective: 'raw'})
}

async function bodyKeys(id: string): Promise<readonly string[]> {
  return client.fetch('*[_id == $id][0].body[]._key', {id}, {perspective: 'raw'})
}

test('a new version of an untouched story takes the new words under the old keys, and again is nothing', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  const keys = await bodyKeys(`drafts.${id}`)
  const more = ['Buses will meet the first boat.']
  const second = await desk.importText('2.txt', copyOf(2, {day: 'Tuesday', more}))
  expect(second).toMatchObject({outcome: 'updated', id})
  const [first, crews, port, last] = [...keys, (await bodyKeys(`drafts.${id}`)).at(-1)]
  expect(await article(`drafts.${id}`)).toEqual({
    headline: 'Ferries to sail again on Tuesday',
    body: [
      {_key: first, text: 'The ferries will sail again on Tuesday, their operator said.'},
      {_key: crews, text: CREWS},
      {_key: port, text: PORT},
      {_key: last, text: more[0]},
    ],
  })
  const sources: unknown = await client.fetch(
    `*[_id == "record." + $id][0].origins[]{version, "previous": source->previousVersion->itemVersion}`,
    {id},
  )
  expect(sources).toEqual([
    {version: '1', previous: null},
    {version: '2', previous: '1'},
  ])
  expect(await desk.importText('2.txt', copyOf(2, {day: 'Tuesday', more}))).toMatchObject({
    outcome: 'unchanged',
    mutations: 0,
  })
})

test('what an editor changed stays; the record keeps the three texts; the rest takes the new copy', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  const [first = '', crews, port] = await bodyKeys(`drafts.${id}`)
  await client
    .patch(`drafts.${id}`)
    .set({
      headline: 'Boats are back',
      [`body[_key=="${first}"].children[0].text`]: 'Boats sail on Monday.',
    })
    .commit()
  const second = await desk.importText('2.txt', copyOf(2, {day: 'Tuesday', more: ['Buses wait.']}))
  expect(second).toMatchObject({
    outcome: 'conflict',
    reason: `The new copy of "Boats are back" meets other words in headline, body[_key=="${first}"]: they stay, an editor decides`,
  })
  expect(await article(`drafts.${id}`)).toMatchObject({
    headline: 'Boats are back',
    body: [{_key: first}, {_key: crews}, {_key: port}, {text: 'Buses wait.'}],
  })
  const conflicts: unknown = await client.fetch(
    `*[_id == "record." + $id][0].conflicts[]{field, state, base, theirs, ours}`,
    {id},
  )
  expect(conflicts).toMatchObject([
    {
      field: 'headline',
      state: 'open',
      base: '"Ferries to sail again on Monday"',
      theirs: '"Ferries to sail again on Tuesday"',
      ours: '"Boats are back"',
    },
    {field: `body[_key=="${first}"]`, state: 'open'},
  ])
  const third = await desk.importText(
    '3.txt',
    copyOf(3, {day: 'Tuesday', more: ['Buses wait at noon.']}),
  )
  expect(third).toMatchObject({outcome: 'merged'})
})

test('a conflict settles itself when a later version says what the editor wrote; one that nobody has decided else stays open', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  const [first = ''] = await bodyKeys(`drafts.${id}`)
  const words = `body[_key=="${first}"]`
  await client
    .patch(`drafts.${id}`)
    .set({
      headline: 'Ferries to sail again on Sunday',
      [`${words}.children[0].text`]: 'Boats sail on Monday.',
    })
    .commit()
  await desk.importText('2.txt', copyOf(2, {day: 'Tuesday'}))
  const third = await desk.importText('3.txt', copyOf(3, {day: 'Sunday'}))
  expect(third).toMatchObject({outcome: 'conflict'})
  expect(
    await client.fetch(`*[_id == "record." + $id][0].conflicts[]{field, state, at}`, {id}),
  ).toEqual([
    {field: 'headline', state: 'agreed', at: '2026-11-23T06:00:00.000Z'},
    {field: words, state: 'open', at: null},
  ])
  expect(await article(`drafts.${id}`)).toMatchObject({headline: 'Ferries to sail again on Sunday'})
})

test('a conflict stays open when a later version leaves its words as the version before had them', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  await client.patch(`drafts.${id}`).set({headline: 'Boats are back'}).commit()
  await desk.importText('2.txt', copyOf(2, {day: 'Tuesday'}))
  await desk.importText('3.txt', copyOf(3, {day: 'Tuesday', more: ['Two thousand people wait.']}))
  expect(
    await client.fetch(`*[_id == "record." + $id][0].conflicts[]{field, state}`, {id}),
  ).toEqual([{field: 'headline', state: 'open'}])
})

test('a correction that does not say what it corrects proposes an entry for the readers, for an editor to word and date', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  const second = await desk.importText('2.txt', copyOf(2, {day: 'Tuesday', mark: 'CORRECTED-'}))
  expect(second).toMatchObject({outcome: 'updated'})
  expect(
    await client.fetch(`*[_id == "drafts." + $id][0].corrections[]{type, text, at}`, {id}),
  ).toEqual([
    {
      type: 'correction',
      text: 'An earlier version of this story has been corrected by its provider (“CORRECTED-”).',
      at: null,
    },
  ])
  expect(
    await client.fetch(`*[_type == "sourceText"] | order(itemVersion){versionKind, versionNote}`),
  ).toEqual([
    {versionKind: 'first', versionNote: null},
    {versionKind: 'correction', versionNote: 'CORRECTED-'},
  ])
})

test('what is open between two stories stays open when a new version comes', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  const near = {_key: 'near', _type: 'finding', code: 'near-duplicate', state: 'open'}
  await client
    .patch(`record.${id}`)
    .set({findings: [near, {...near, _key: 'doubt', code: 'credit-or-prose'}]})
    .commit()
  await desk.importText('2.txt', copyOf(2, {day: 'Tuesday'}))
  expect(await client.fetch(`*[_id == "record." + $id][0].findings[]._key`, {id})).toEqual(['near'])
})

test('texts that are known send nothing: the dataset is asked and not written', async () => {
  const files = [
    await desk.file('1.txt', copyOf(1)),
    await desk.file('2.txt', copyOf(2, {day: 'Tuesday'})),
  ]
  await desk.importFiles(files)
  const requests: string[] = []
  const counted = client.withConfig({
    resolveFetch: () => async (input, init) => {
      const request = new Request(input, init)
      requests.push(new URL(request.url).pathname)
      return desk.target.fetch(request)
    },
  })
  const report = await desk.importFiles(files, {}, counted)
  expect(report).toMatchObject({mutations: 0, counts: {unchanged: 2}})
  expect(requests.length).toBeGreaterThan(0)
  expect(requests.filter((path) => !path.includes('/data/query/'))).toEqual([])
})

test('a published article is not changed: the update waits as a draft, with a note on the record', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  await client.action({
    actionType: 'sanity.action.document.publish',
    publishedId: id,
    draftId: `drafts.${id}`,
  })
  const before = await client.getDocument(id)
  const second = await desk.importText('2.txt', copyOf(2, {day: 'Tuesday'}))
  expect(second).toMatchObject({outcome: 'updated'})
  expect(await client.getDocument(id)).toEqual(before)
  expect(await article(`drafts.${id}`)).toMatchObject({
    headline: 'Ferries to sail again on Tuesday',
  })
  expect(await client.fetch(`*[_id == "record." + $id][0].findings[].code`, {id})).toEqual([
    'update-waits',
  ])
})

test('an older version that comes late is stored and linked before the newer and changes nothing', async () => {
  const {id} = await desk.importText('2.txt', copyOf(2, {day: 'Tuesday'}))
  const before = await client.getDocument(`drafts.${id}`)
  const late = await desk.importText('1.txt', copyOf(1))
  expect(late).toMatchObject({
    outcome: 'unchanged',
    id,
    reason: 'Older than what the article has: stored and linked, nothing changed',
  })
  expect(await client.getDocument(`drafts.${id}`)).toEqual(before)
  expect(
    await client.fetch(
      `*[_id == "record." + $id][0].origins[]{version, unmerged, "replaces": source->previousVersion->itemVersion}`,
      {id},
    ),
  ).toEqual([
    {version: '1', unmerged: 'late', replaces: null},
    {version: '2', unmerged: null, replaces: null},
  ])
})

test('a version number counts within its item: what another item of the story brings is new, whatever its number', async () => {
  const {id} = await desk.importText('1.txt', copyOf(4))
  const other = copyOf(1, {day: 'Tuesday'}).replace('itemId: ferry-1', 'itemId: ferry-2')
  expect(await desk.importText('2.txt', other)).toMatchObject({outcome: 'updated', id})
  expect(await article(`drafts.${id}`)).toMatchObject({
    headline: 'Ferries to sail again on Tuesday',
  })
  const late = await desk.importText('3.txt', copyOf(3, {day: 'Sunday'}))
  expect(late).toMatchObject({
    outcome: 'unchanged',
    reason: 'Older than what the article has: stored and linked, nothing changed',
  })
  expect(
    await client.fetch(
      `*[_id == "record." + $id][0].origins[]{"item": source->itemId, version, unmerged}`,
      {id},
    ),
  ).toEqual([
    {item: 'ferry-1', version: '3', unmerged: 'late'},
    {item: 'ferry-1', version: '4', unmerged: null},
    {item: 'ferry-2', version: '1', unmerged: null},
  ])
})

test('another item that has little in common with the story is said to be so: it may be a sidebar', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1, {more: [CREWS, PORT]}))
  const sidebar = [
    'The rota that the ferry crews have won gives each of them five days ashore behind every ten at sea.',
    'Cooks and stewards keep to another rhythm, which their own union has to settle before the summer.',
    'Twelve of the forty vessels have single cabins; the yard at Stennet will build them into the rest.',
  ].join('\n\n')
  const notes = '---\nprovider: North Wire\nitemId: rota\nitemVersion: 1\nstoryId: ferry\n---\n'
  expect(
    await desk.importText('2.txt', `${notes}What the rota says\n\n${sidebar}\n`),
  ).toMatchObject({
    outcome: 'updated',
    id,
    needsPerson: true,
    reason:
      'It has little in common with the text of "Ferries to sail again on Monday" before it: if it stands beside that story, undo the run and give it a storyId of its own',
  })
})

test('a kill flags the record, says so loudly and leaves every word', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  const before = await client.getDocument(`drafts.${id}`)
  const kill = await desk.importText('2.txt', copyOf(2, {mark: 'STORY WITHDRAWN: '}))
  expect(kill).toMatchObject({
    outcome: 'updated',
    reason:
      'KILL: the provider has withdrawn "Ferries to sail again on Monday"; it cannot be published until an editor decides',
  })
  expect(await client.getDocument(`drafts.${id}`)).toEqual(before)
  expect(await client.fetch(`*[_id == "record." + $id][0].killFlag`, {id})).toBe(true)
})

test('an article that an editor has deleted is not made again', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  await client.delete(`drafts.${id}`)
  const second = await desk.importText('2.txt', copyOf(2, {day: 'Tuesday'}))
  expect(second).toMatchObject({
    outcome: 'unchanged',
    reason: 'An editor has deleted the article; it is not made again',
  })
  expect(await client.getDocument(`drafts.${id}`)).toBeUndefined()
})

test('another text under the same provider’s id and version is refused', async () => {
  await desk.importText('1.txt', copyOf(1))
  const other = await desk.importText('other.txt', copyOf(1, {day: 'Sunday'}))
  expect(other).toMatchObject({outcome: 'refused', mutations: 0})
})

test('a text without an id is a version when somebody says so; the story’s later versions find it', async () => {
  const plain = copyOf(1).split('---\n')[2] ?? ''
  const {id} = await desk.importText('plain.txt', plain)
  const second = await desk.importText('2.txt', copyOf(2, {day: 'Tuesday'}), {versionOf: id})
  expect(second).toMatchObject({outcome: 'updated', id})
  const third = await desk.importText('3.txt', copyOf(3, {day: 'Wednesday'}))
  expect(third).toMatchObject({outcome: 'updated', id})
  expect(
    await desk.importText('x.txt', 'Another text.', {versionOf: 'article-none'}),
  ).toMatchObject({
    outcome: 'failed',
  })
})

test('a dry run gives exactly the transactions of a run with its id and clock, over several versions of a story', async () => {
  const files = [
    await desk.file('1.txt', copyOf(1)),
    await desk.file('2.txt', copyOf(2, {day: 'Tuesday', more: ['Buses wait.']})),
    await desk.file('3.txt', copyOf(3, {mark: 'STORY WITHDRAWN: '})),
    await desk.file('other.txt', 'Another story\n\nIt has one paragraph of its own.\n'),
  ]
  const planned: string[] = []
  await desk.importFiles(files, {
    run: 'same',
    dryRun: true,
    send: async (transaction) => planned.push(JSON.stringify(transaction)),
  })
  expect(await client.fetch('count(*)')).toBe(0)
  const sent: string[] = []
  const send = sendTransaction(client)
  await desk.importFiles(files, {
    run: 'same',
    send: (transaction) => {
      sent.push(JSON.stringify(transaction))
      return send(transaction)
    },
  })
  expect(sent).toEqual(planned)
  expect(sent).toHaveLength(3)
})

test('an editor who types while the import writes loses nothing: the import reads again and merges', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  const send = sendTransaction(client)
  let typed = 0
  const typing = async (transaction: PlannedTransaction) => {
    if (transaction.mutations.some((mutation) => 'patch' in mutation) && typed < 3) {
      typed += 1
      await client
        .patch(`drafts.${id}`)
        .set({standfirst: `Typed ${typed}`, headline: 'Mine'})
        .commit()
    }
    return send(transaction)
  }
  const second = await desk.importText('2.txt', copyOf(2, {day: 'Tuesday'}), {send: typing})
  expect(second).toMatchObject({outcome: 'conflict'})
  expect(
    await client.fetch(
      '*[_id == "drafts." + $id][0]{headline, standfirst, "first": pt::text(body[0])}',
      {id},
    ),
  ).toEqual({
    headline: 'Mine',
    standfirst: 'Typed 3',
    first: 'The ferries will sail again on Tuesday, their operator said.',
  })
})

test('after five tries against an editor who never stops, the text is a conflict and nothing is written', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1))
  const send = sendTransaction(client)
  let typed = 0
  const second = await desk.importText('2.txt', copyOf(2, {day: 'Tuesday'}), {
    send: async (transaction) => {
      if (
        transaction.mutations.some(
          (mutation) => 'patch' in mutation && mutation.patch.id === `drafts.${id}`,
        )
      ) {
        typed += 1
        await client
          .patch(`drafts.${id}`)
          .set({standfirst: `Typed ${typed}`})
          .commit()
      }
      return send(transaction)
    },
  })
  expect([second.outcome, second.isStored, typed]).toEqual(['conflict', false, 5])
  expect(await client.fetch('count(*[_type == "sourceText"])')).toBe(1)
})

test('two imports at once make each story once and lose no version', async () => {
  const texts = [1, 2, 3].flatMap((version) =>
    ['a', 'b', 'c', 'd'].map((story) =>
      desk.file(
        `${story}${version}.txt`,
        copyOf(version, {day: `day ${version}`})
          .replaceAll('ferry', `ferry-${story}`)
          .replace(CREWS, `${CREWS} (${story})`),
      ),
    ),
  )
  const files = await Promise.all(texts)
  await Promise.all([
    desk.importFiles(files),
    desk.importFiles(files.toReversed()),
    desk.importFiles(files),
  ])
  const stories: unknown = await client.fetch(
    `*[_type == "articleRecord"]{"versions": origins[].version, "head": *[_id == "drafts." + ^.article._ref][0].headline}`,
  )
  const story = {versions: ['1', '2', '3'], head: 'Ferries to sail again on day 3'}
  expect(stories).toEqual([story, story, story, story])
  expect(await client.fetch('count(*[_type == "sourceText"])')).toBe(12)
})
