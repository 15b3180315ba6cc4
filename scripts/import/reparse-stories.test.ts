import {afterEach, beforeEach, expect, test} from 'vitest'

import {type Fields, isFields, itemsOf} from '../../ingest/merge-content.ts'
import {type ImportDesk, openImportDesk} from '../testing/import-desk.ts'
import {type ReparsedStory, reparseStories} from './reparse-stories.ts'
import {sendTransaction} from './send-transaction.ts'

let desk: ImportDesk

beforeEach(async () => {
  desk = await openImportDesk()
})

afterEach(async () => {
  await desk.close()
})

const CREWS = 'Crews had struck for nine days over pay and cabins, the union said.'
const PORT = 'The port of Callow takes no cars before noon, its harbour master said.'

function copyOf(version: number, day: string): string {
  const notes = `provider: North Wire\nitemId: ferry-${version}\nitemVersion: ${version}\nstoryId: ferry`
  const lead = `The ferries will sail again on ${day}, their operator said.`
  return `---\n${notes}\n---\nFerries to sail again\n\n${lead}\n\n${CREWS}\n\n${PORT}\n`
}

async function reparse(): Promise<readonly ReparsedStory[]> {
  const stories: ReparsedStory[] = []
  await reparseStories(desk.client, {
    send: sendTransaction(desk.client),
    onStory: (story) => stories.push(story),
    stop: new AbortController().signal,
    run: 'again',
  })
  return stories
}

/** An older reader took a line of the page for the first paragraph: all others have keys that are one higher. */
async function readAsBefore(id: string): Promise<void> {
  const source: unknown = await desk.client.fetch('*[_type == "sourceText"][0]{_id, parsed}')
  const {_id: sourceId, parsed} = isFields(source) ? source : {}
  const snapshot: Fields = JSON.parse(String(parsed))
  const [first, ...blocks] = itemsOf(snapshot['body'])
  const keys = [first, ...blocks].map((block) => block?._key ?? '')
  const line = {...first, children: [{_type: 'span', _key: 's', marks: [], text: 'Share'}]}
  const all = [line, first, ...blocks]
  const body = all.map((block, index) =>
    Object.assign({}, block, {_key: keys[index] ?? `${keys[0]?.slice(0, -1)}4`}),
  )
  await desk.client
    .transaction()
    .patch(String(sourceId), {set: {parsed: JSON.stringify({...snapshot, body})}})
    .patch(`drafts.${id}`, {set: {body}})
    .commit()
}

function bodyOf(id: string): Promise<readonly {_key: string; text: string}[]> {
  return desk.client.fetch('*[_id == $id][0].body[]{_key, "text": pt::text(@)}', {
    id: `drafts.${id}`,
  })
}

test('after a new reading that counts the paragraphs anew, an update still finds each of them', async () => {
  const {id} = await desk.importText('1.txt', copyOf(1, 'Monday'))
  await readAsBefore(id)
  expect(await reparse()).toEqual([{id, outcome: 'changed', fields: ['body']}])
  expect(await reparse()).toEqual([{id, outcome: 'same'}])
  const [lead, crews, port] = await bodyOf(id)
  expect([lead?._key, crews, port]).toEqual([
    expect.stringMatching(/b2$/u),
    {_key: expect.stringMatching(/b3$/u), text: CREWS},
    {_key: expect.stringMatching(/b4$/u), text: PORT},
  ])
  expect(await desk.client.fetch('*[_type == "sourceText"][0].ledger')).toContain(
    `"targets":["body[_key==\\"${port?._key}\\"].children[`,
  )
  expect(await desk.importText('2.txt', copyOf(2, 'Tuesday'))).toMatchObject({outcome: 'updated'})
  const later = 'The ferries will sail again on Tuesday, their operator said.'
  expect(await bodyOf(id)).toEqual([{_key: lead?._key, text: later}, crews, port])
})
