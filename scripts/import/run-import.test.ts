import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {commands} from '../commands/commands.ts'
import {openTarget, type Target} from '../target.ts'
import {testWorld} from '../testing/test-world.ts'

const COPY = [
  'Ferry to sail again',
  '',
  'Crews return on Monday',
  '',
  'NORTHERN ferries will sail again on Monday, their operator said. REUTERS',
  '',
].join('\n')

let folder: string
let target: Target | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-import-'))
  await writeFile(join(folder, 'ferry.txt'), COPY)
})

afterEach(async () => {
  await target?.close()
  target = undefined
  await rm(folder, {recursive: true})
})

async function openDataset(): Promise<SanityClient> {
  target = await openTarget({data: join(folder, 'lake')}, testWorld().world)
  return target.client
}

async function importFolder(...flags: readonly string[]) {
  const {world, output} = testWorld()
  const argv = ['import', folder, '--data', join(folder, 'lake'), ...flags]
  return {code: await runCommand(commands, argv, world), ...output}
}

const DATASET = `local lake in "DIR", dataset production`

function plain(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replaceAll(join(folder, 'lake'), 'DIR').replaceAll(folder, 'IN'))
}

test('a text becomes its source, a draft and a record; the newsroom’s own documents are seeded published', async () => {
  const {code, stdout, stderr} = await importFolder('--publication', 'hh', '--run', 'r1')
  expect(code).toBe(0)
  const [line = ''] = stdout
  const item: unknown = JSON.parse(line)
  expect(item).toEqual({
    path: join(folder, 'ferry.txt'),
    outcome: 'created',
    id: expect.stringMatching(/^article-[0-9a-f]{20}$/u),
  })
  expect(plain(stderr)).toEqual([`Imported into the ${DATASET}: 1 created.`])

  const client = await openDataset()
  const counts: unknown = await client.fetch(`{
    "articles": count(*[_type == "article"]),
    "published": count(*[_type == "article" && !(_id in path("drafts.**"))]),
    "sources": *[_type == "sourceText"]{raw, fileName, receivedAt, "publication": publication->code},
    "records": *[_type == "articleRecord"]{workflowState, "hasSource": defined(*[_id == ^.origins[0].source._ref][0])},
    "runs": *[_type == "importRun"]{_id, startedAt, counts},
    "seeds": count(*[_type in ["wireSource", "publication", "section", "boilerplateRule"]]) > 40
  }`)
  expect(counts).toEqual({
    articles: 1,
    published: 0,
    sources: [
      {raw: COPY, fileName: 'ferry.txt', receivedAt: '2026-11-23T06:00:00.000Z', publication: 'hh'},
    ],
    records: [{workflowState: 'incoming', hasSource: true}],
    runs: [
      {
        _id: 'importRun.r1',
        startedAt: '2026-11-23T06:00:00.000Z',
        counts: {
          created: 1,
          updated: 0,
          merged: 0,
          unchanged: 0,
          conflict: 0,
          duplicate: 0,
          refused: 0,
          failed: 0,
        },
      },
    ],
    seeds: true,
  })
})

test('a second import of the same text writes nothing and says so, in another encoding too', async () => {
  await importFolder()
  const before = await documents()
  await writeFile(join(folder, 'ferry.txt'), `\uFEFF${COPY.replaceAll('\n', '\r\n')}`)
  const {code, stderr} = await importFolder()
  expect(code).toBe(0)
  expect(plain(stderr)).toEqual([`Imported into the ${DATASET}: 1 unchanged; nothing written.`])
  expect(await documents()).toEqual(before)
})

test('one bad file does not stop the rest: exit code 1, its name and the reason', async () => {
  await writeFile(join(folder, 'a-picture.txt'), new Uint8Array([0x89, 0x50, 0x4e, 0x47]))
  await writeFile(join(folder, 'blank.txt'), ' \n\n')
  await writeFile(join(folder, 'twin.txt'), `${COPY}\n`)
  const {code, stdout, stderr} = await importFolder()
  expect(code).toBe(1)
  const outcomes = stdout.map((line): unknown => JSON.parse(line))
  expect(outcomes).toMatchObject([
    {outcome: 'failed'},
    {outcome: 'failed'},
    {outcome: 'created'},
    {outcome: 'duplicate'},
  ])
  expect(plain(stderr)).toEqual([
    'Cannot import "IN/a-picture.txt": it is a PNG picture, not text; save it as plain text (byte 0)',
    'Cannot import "IN/blank.txt": the file holds only white space',
    'The same text as "IN/ferry.txt"',
    `Imported into the ${DATASET}: 1 created, 1 duplicate, 2 failed.`,
  ])
})

test('an unknown publication is a wrong call that lists the known ones', async () => {
  const {code, stderr} = await importFolder('--publication', 'nyt')
  expect(code).toBe(2)
  expect(stderr.join('\n')).toContain(
    'Cannot import for publication "nyt": the dataset has bt, st, hh',
  )
})

async function documents(): Promise<readonly Record<string, unknown>[]> {
  const client = await openDataset()
  const all: Record<string, unknown>[] = await client.fetch('*[] | order(_id)')
  await target?.close()
  target = undefined
  return all.toSorted(byId)
}

function byId(a: Record<string, unknown>, b: Record<string, unknown>): number {
  return String(a['_id']) < String(b['_id']) ? -1 : 1
}

test('a data folder that is a file is said to be one', async () => {
  await writeFile(join(folder, 'lake'), 'in the way')
  const {code, stderr} = await importFolder()
  expect(code).toBe(1)
  expect(plain(stderr)).toEqual([
    'Cannot open the data folder "DIR": a file of that name is in the way; name another folder',
  ])
})

test('a dataset that no lake can have is a wrong call', async () => {
  const {code, stderr} = await importFolder('--dataset', 'staging/2026')
  expect(code).toBe(2)
  expect(stderr[0]).toContain(
    'Cannot use dataset "staging/2026": a name is small letters, digits, hyphens and underscores, 64 at most',
  )
})
