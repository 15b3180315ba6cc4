import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {isRecord, readRecords} from '../narrow.ts'
import {buildTar, buildZip} from '../testing/build-archive.ts'
import {testWorld} from '../testing/test-world.ts'
import {commands} from './commands.ts'

const COLUMNS = 'text=body,headline=title'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-sources-'))
  await writeFile(join(folder, 'rows.csv'), 'body,title\nThe pier opens on Monday.,Pier\n,Empty\n')
  await writeFile(join(folder, 'rows.ndjson'), '{"title": "Tram", "body": "The tram stops."}\n')
  await writeFile(
    join(folder, 'monday.zip'),
    buildZip({'ferry.txt': 'The ferry sails.', 'ferry.txt.json': '{"headline": "Ferry"}'}),
  )
  await writeFile(join(folder, 'tuesday.tar'), await buildTar({'bus.txt': 'The bus waits.'}))
})

afterEach(async () => {
  await rm(folder, {recursive: true})
})

async function run(...argv: readonly string[]) {
  const {world, output} = testWorld()
  const code = await runCommand(commands, [...argv], world)
  const lines = output.stdout.map((line): unknown => JSON.parse(line))
  return {code, stderr: output.stderr, lines: readRecords(lines)}
}

function importFolder(...flags: readonly string[]) {
  return run('import', folder, '--data', join(folder, 'lake'), '--columns', COLUMNS, ...flags)
}

function outcomes(lines: readonly Readonly<Record<string, unknown>>[]) {
  return lines.map(({path, outcome}) => [String(path).replace(`${folder}/`, ''), outcome])
}

test('archives and rows go in text by text; again is nothing to do; a dry run shows what is sent', async () => {
  const dry = await importFolder('--dry-run', '--run', 'r1')
  const first = await importFolder('--run', 'r1')
  expect(first.code).toBe(1)
  expect(outcomes(first.lines)).toEqual([
    ['monday.zip/ferry.txt', 'created'],
    ['rows.csv:2', 'created'],
    ['rows.csv:3', 'failed'],
    ['rows.ndjson:1', 'created'],
    ['tuesday.tar/bus.txt', 'created'],
  ])
  expect(first.stderr).toEqual([
    `Cannot read "${folder}/rows.csv:3": its text is empty`,
    `Imported into the local lake in "${folder}/lake", dataset production: 4 created, 1 failed.`,
  ])
  const data = ['--data', join(folder, 'lake')]
  const query = '*[_type == "article"] | order(_id){_id, headline}'
  const {lines: articles} = await run('query', query, ...data)
  const planned = dry.lines
    .flatMap(({mutations}) => readRecords(mutations))
    .flatMap(({create}) => (isRecord(create) && create['_type'] === 'article' ? [create] : []))
  expect(articles).toHaveLength(4)
  expect(articles).toEqual(
    expect.arrayContaining(
      planned.map(({_id, headline = null}) => expect.objectContaining({_id, headline})),
    ),
  )

  const again = await importFolder()
  expect(outcomes(again.lines).map(([, outcome]) => outcome)).toEqual([
    'unchanged',
    'unchanged',
    'failed',
    'unchanged',
    'unchanged',
  ])
  expect(again.stderr.at(-1)).toContain('4 unchanged, 1 failed; nothing written')
})

test('a preview shows the first rows as they would be read and what is not used', async () => {
  const csv = join(folder, 'archive.csv')
  await writeFile(csv, 'id,body,title\n7,The pier opens on Monday.,Pier\n')
  const {code, lines} = await run('import', csv, '--preview')
  expect(code).toBe(0)
  expect(lines).toEqual([
    {file: csv, columns: 'text=body,headline=title', unused: ['id']},
    {path: `${csv}:2`, headline: 'Pier', text: 'The pier opens on Monday.'},
  ])
})

test('parse reads the same sources', async () => {
  const {code, lines} = await run('parse', join(folder, 'monday.zip'), join(folder, 'tuesday.tar'))
  expect(code).toBe(0)
  expect(lines.map(({file}) => file)).toEqual([
    join(folder, 'monday.zip/ferry.txt'),
    join(folder, 'tuesday.tar/bus.txt'),
  ])
})

test.for([
  [['--columns', 'weather=a'], 'Cannot read --columns "weather=a": "weather" is no field'],
  [['--format', 'pdf'], 'Cannot read "pdf": --format is one of text, zip, tar, csv, ndjson'],
  [
    ['--version-of', 'article-1'],
    'Cannot import several texts as a version of "article-1": name one text',
  ],
] as const)('%j is called wrongly', async ([flags, message]) => {
  const {code, stderr} = await run('import', join(folder, 'rows.csv'), ...flags)
  expect(code).toBe(2)
  expect(stderr[0]).toContain(message)
})
