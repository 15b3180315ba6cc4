import {createReadStream} from 'node:fs'
import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

import {sanityImport} from '@sanity/import'
import {afterEach, beforeEach, expect, test} from 'vitest'

import {serveTestLake, type TestLake} from '../../lake/serve-test-lake.ts'
import {runCommand} from '../command.ts'
import {commands} from '../commands/commands.ts'
import {testWorld} from '../testing/test-world.ts'

let folder: string
let lakes: readonly TestLake[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-ndjson-'))
  lakes = [await serveTestLake(), await serveTestLake()]
  for (const version of [1, 2]) {
    await writeFile(
      join(folder, `ferry-${version}.txt`),
      [
        '---',
        'provider: North Wire',
        `itemId: ferry-${version}`,
        `itemVersion: ${version}`,
        'storyId: ferry',
        '---',
        'Ferry to sail',
        '',
        `The ferry will sail on day ${version}, its operator said on Monday.`,
        '',
      ].join('\n'),
    )
  }
  await writeFile(join(folder, 'tolls.txt'), 'Tolls to rise\n\nThe tolls will rise in March.\n')
})

afterEach(async () => {
  await Promise.all(lakes.map((lake) => lake.close()))
  await rm(folder, {recursive: true})
})

async function wiredesk(lake: TestLake | undefined, ...argv: readonly string[]) {
  const {world, output} = testWorld()
  const run = ['--run', 'r1', '--at', '2026-11-23T06:00:00Z']
  const flags = ['--data', lake?.dataDirectory ?? '', ...run]
  const code = await runCommand(commands, ['import', ...argv, ...flags], world)
  return {code, stderr: output.stderr}
}

async function documents(lake: TestLake | undefined): Promise<unknown> {
  const client = lake?.client(lake.lake.administratorToken)
  const all = await client?.fetch<readonly Record<string, unknown>[]>(
    '*[!(_type match "system.*")] | order(_id)',
    {},
    {perspective: 'raw'},
  )
  return all?.map(({_rev, _createdAt, _updatedAt, ...document}) => document)
}

test('a file of documents, loaded by @sanity/import, makes the dataset that a direct import makes', async () => {
  const [direct, loaded] = lakes
  const file = join(lakes[0]?.dataDirectory ?? '', 'out.ndjson')
  const {code, stderr} = await wiredesk(loaded, folder, '--ndjson', file)
  expect([code, stderr.at(-1)]).toEqual([
    0,
    expect.stringMatching(
      /^Wrote \d+ documents that the local lake in ".+", dataset production does not have to ".+out\.ndjson": 2 created, 1 updated\. `npx sanity dataset import ".+" DATASET` loads them\.$/u,
    ),
  ])
  expect(await documents(loaded)).toEqual([])
  expect((await readdir(dirname(file))).filter((name) => name.startsWith('out'))).toEqual([
    'out.ndjson',
  ])

  const client = loaded?.client(loaded.lake.administratorToken)
  if (client === undefined) throw new TypeError('no lake')
  await sanityImport(createReadStream(file), {client, operation: 'create'})
  await wiredesk(direct, folder)
  expect(await documents(loaded)).toEqual(await documents(direct))
  const again = await wiredesk(loaded, folder, '--ndjson', file)
  expect(again.stderr.at(-1)).toContain('3 unchanged')
})

test('a text that changes a stored article is refused: a file could only replace the article', async () => {
  const [lake] = lakes
  await wiredesk(lake, join(folder, 'ferry-1.txt'))
  const file = join(lakes[0]?.dataDirectory ?? '', 'out.ndjson')
  const {code, stderr} = await wiredesk(lake, folder, '--ndjson', file)
  expect(code).toBe(1)
  expect(stderr[0]).toBe(
    `Cannot write "${join(folder, 'ferry-2.txt')}" to a file: it changes an article that the dataset has; import it directly`,
  )
  const types = (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
  expect(types).toMatchObject([
    {_type: 'importRun'},
    {_type: 'sourceText'},
    {_type: 'article'},
    {_type: 'articleRecord'},
    {_type: 'importRunItems'},
  ])
})
