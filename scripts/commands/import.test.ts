import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {testWorld} from '../testing/test-world.ts'
import {commands} from './commands.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-import-'))
  for (const name of ['a', 'b', 'c']) {
    await writeFile(join(folder, `${name}.txt`), `Head ${name}\n\nA paragraph of ${name}.\n`)
  }
})

afterEach(async () => {
  await rm(folder, {recursive: true})
})

const argv = (...flags: readonly string[]) => [
  'import',
  folder,
  '--data',
  join(folder, 'lake'),
  ...flags,
]

test('a run that is stopped finishes what is under way, keeps its receipt and says how to go on', async () => {
  const texts = Array.from({length: 157}, (_, index) =>
    writeFile(
      join(folder, `more-${index}.txt`),
      `Ferry ${index} to sail\n\nIt sails at ${index}.\n`,
    ),
  )
  await Promise.all(texts)
  const stop = new AbortController()
  const first = testWorld({stop: stop.signal})
  const world = {
    ...first.world,
    stdout(line: string) {
      first.world.stdout(line)
      stop.abort()
    },
  }
  expect(await runCommand(commands, argv(), world)).toBe(1)
  const done = first.output.stdout.length
  expect(done).toBeOneOf([50, 100])
  expect(first.output.stderr.at(-1)).toBe(
    `Stopped with ${done} done; the same command goes on with the rest.`,
  )
  const second = testWorld()
  expect(await runCommand(commands, argv('--run', 'r2'), second.world)).toBe(0)
  const outcomes = second.output.stdout.map((line): unknown => JSON.parse(line))
  expect(outcomes.slice(0, done)).toMatchObject(
    Array.from({length: done}, () => ({outcome: 'unchanged'})),
  )
  expect(outcomes.slice(done)).toMatchObject(
    Array.from({length: 160 - done}, () => ({outcome: 'created'})),
  )
  const runs = testWorld()
  await runCommand(commands, ['runs', '--data', join(folder, 'lake')], runs.world)
  expect(runs.output.stdout.map((line): unknown => JSON.parse(line))).toMatchObject([
    {run: 'r2', counts: {created: 160 - done, unchanged: done}},
    {run: 'id-1', counts: {created: done}, finishedAt: '2026-11-23T06:00:00.000Z'},
  ])
})

test('progress is shown where somebody watches', async () => {
  const lines: string[] = []
  let clock = 0
  const {world} = testWorld({
    progress: (line) => lines.push(line),
    now: () => new Date((clock += 500)),
  })
  await runCommand(commands, argv('--dry-run', '--at', '2026-11-23T06:00:00Z'), world)
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^1 of 3 texts, \d\.\d a second, \d+ s left$/u)
})

test('a watch takes what is there and ends when it is stopped', async () => {
  const stop = new AbortController()
  const first = testWorld({stop: stop.signal})
  const world = {
    ...first.world,
    stdout(line: string) {
      first.world.stdout(line)
      if (first.output.stdout.length === 3) stop.abort()
    },
  }
  expect(await runCommand(commands, argv('--watch'), world)).toBe(0)
  expect(first.output.stdout.map((line): unknown => JSON.parse(line))).toMatchObject([
    {outcome: 'created'},
    {outcome: 'created'},
    {outcome: 'created'},
  ])
})

test('a path that is not there fails alone; a folder without a text, and what is left out of one, are told', async () => {
  const [empty, missing] = [join(folder, 'empty'), join(folder, 'missing')]
  await mkdir(empty)
  await writeFile(join(folder, 'tides.pdf'), '')
  const {world, output} = testWorld()
  const paths = [folder, empty, missing, '--data', join(folder, 'lake')]
  expect(await runCommand(commands, ['import', ...paths], world)).toBe(1)
  expect(output.stderr).toEqual([
    `Found no text in "${empty}": it holds no .txt file, archive or file of rows; name the files if they are called otherwise`,
    `Left out "${join(folder, 'tides.pdf')}": no text by its name; name it to take it all the same.`,
    `Cannot read "${missing}": there is no such file or folder, and no file matches it`,
    `Imported into the local lake in "${join(folder, 'lake')}", dataset production: 3 created, 1 failed.`,
  ])
})

test('notes that are not called after the whole name of their text are told what to be called', async () => {
  await writeFile(
    join(folder, 'tides.txt'),
    'The tide came in at noon on Friday, and went out again.\n',
  )
  await writeFile(join(folder, 'tides.json'), '{"headline": "Tide comes in"}')
  const {world, output} = testWorld()
  const paths = [folder, '--data', join(folder, 'lake')]
  expect(await runCommand(commands, ['import', ...paths], world)).toBe(0)
  expect(output.stderr[0]).toBe(
    `Left out "${join(folder, 'tides.json')}": no text by its name; name it to take it all the same. If it holds notes to "tides.txt", call it "tides.txt.json".`,
  )
})

test('a name with a line break or a sign that a terminal obeys makes no line of its own', async () => {
  const path = join(folder, 'a\nImported: \u001B[2J.txt')
  await writeFile(path, '')
  const {world, output} = testWorld()
  await runCommand(commands, ['import', path, '--data', join(folder, 'lake')], world)
  expect(output.stderr[0]).toBe(
    `Cannot read "${join(folder, 'a\uFFFDImported: \uFFFD[2J.txt')}": the file is empty`,
  )
  expect(output.stdout.map((line): unknown => JSON.parse(line))).toMatchObject([{path}])
})

test.for([
  ['an empty folder', 'inbox', 'it holds no .txt file, archive or file of rows; name the files'],
  ['a pattern that matches nothing', 'inbox/*.txt', 'no file matches it'],
] as const)('%s is nothing to import, and no fault', async ([, path, reason]) => {
  await mkdir(join(folder, 'inbox'))
  const {world, output} = testWorld()
  const [report, data] = [join(folder, 'r.json'), join(folder, 'lake')]
  const paths = [join(folder, path), '--data', data, '--report', report]
  expect(await runCommand(commands, ['import', ...paths], world)).toBe(0)
  expect(output.stdout).toEqual([])
  expect(output.stderr).toEqual([
    expect.stringContaining(reason),
    `Imported into the local lake in "${data}", dataset production: no text; nothing written.`,
  ])
  expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({items: [], mutations: 0})
})

test('a watch takes what comes into one folder while another is empty and a third is not there', async () => {
  const stop = new AbortController()
  const [empty, missing] = [join(folder, 'empty'), join(folder, 'missing')]
  await mkdir(empty)
  const first = testWorld({stop: stop.signal})
  const world = {
    ...first.world,
    stdout(line: string) {
      first.world.stdout(line)
      if (first.output.stdout.length === 3) stop.abort()
    },
  }
  const paths = [empty, missing, folder, '--data', join(folder, 'lake')]
  expect(await runCommand(commands, ['import', ...paths, '--watch'], world)).toBe(0)
  expect(first.output.stderr).toEqual([
    `Watching ${empty}, ${missing}, ${folder} for the local lake in "${join(folder, 'lake')}", dataset production; Ctrl-C ends it.`,
    `Cannot read "${missing}": there is no such file or folder, and no file matches it; looking for it all the time.`,
    `Imported into the local lake in "${join(folder, 'lake')}", dataset production: 3 created.`,
  ])
})

test.for([
  ['--report', (path: string) => `Cannot write the report "${path}": there is no such folder`],
  ['--ndjson', (path: string) => `Cannot write "${path}": there is no such folder`],
] as const)(
  '%s where nothing can be written is known before anything is imported',
  async ([option, message]) => {
    const path = join(folder, 'none', 'file')
    const {world, output} = testWorld()
    expect(await runCommand(commands, argv(option, path), world)).toBe(1)
    expect(output).toEqual({stdout: [], stderr: [message(path)]})
  },
)

test('what is for one run does not go with a watch', async () => {
  const {world, output} = testWorld()
  expect(await runCommand(commands, argv('--watch', '--run', 'r1'), world)).toBe(2)
  expect(output.stderr[0]).toContain('Cannot watch with --run: they are for one run')
})
