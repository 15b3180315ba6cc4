import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {inventStory, rewriteStory} from '../bench/invent-stories.ts'
import {runCommand} from '../command.ts'
import {commands} from '../commands/commands.ts'
import {readRecords} from '../narrow.ts'
import {testWorld} from '../testing/test-world.ts'

let folder: string
let runs = 0

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-near-'))
})

afterEach(async () => {
  await rm(folder, {recursive: true})
})

async function run(...argv: readonly string[]) {
  const {world, output} = testWorld({newId: () => `r${(runs += 1)}`})
  const code = await runCommand(commands, [...argv, '--data', join(folder, 'lake')], world)
  expect([code, output.stderr]).toEqual([0, expect.anything()])
  return readRecords(output.stdout.map((line): unknown => JSON.parse(line)))
}

async function write(name: string, paragraphs: readonly string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `Head of ${name}\n\n${paragraphs.join('\n\n')}\n`)
  return path
}

const ORIGINAL = inventStory(7)

test('a story in another paper’s version is proposed with its overlap and a passage, and nothing is merged', async () => {
  const original = await write('a.txt', ORIGINAL)
  const other = await write('b.txt', inventStory(8))
  const [first] = await run('import', original, other)
  const version = await write('c.txt', ORIGINAL.slice(2))
  const [item] = await run('import', version)
  expect(item).toEqual({
    path: version,
    outcome: 'created',
    id: expect.any(String),
    nearDuplicateOf: {id: first?.['id'], overlap: expect.any(Number)},
  })
  const [counts] = await run('query', '{"articles": count(*[_type == "article"])}')
  expect(counts).toEqual({articles: 3})
  const [finding] = await run(
    'query',
    '*[_type == "articleRecord" && count(findings[code == "near-duplicate"]) > 0].findings[]{..., "raw": *[_type == "sourceText" && fileName == "c.txt"][0].raw}',
  )
  expect(finding).toMatchObject({
    code: 'near-duplicate',
    state: 'open',
    article: {_ref: first?.['id'], _weak: true},
    overlap: expect.any(Number),
    message: expect.stringContaining('Is this a version of “Head of a.txt”? '),
  })
  expect(await run('import', version)).toMatchObject([{outcome: 'unchanged'}])
})

test('a story without headline is named by how it begins', async () => {
  const [original, version] = ['a.txt', 'b.txt'].map((name) => join(folder, name))
  await writeFile(original ?? '', `${ORIGINAL.join('\n\n')}\n`)
  await writeFile(version ?? '', `${ORIGINAL.slice(1).join('\n\n')}\n`)
  await run('import', original ?? '', version ?? '')
  const [finding] = await run(
    'query',
    '*[_type == "articleRecord"].findings[code == "near-duplicate"]',
  )
  expect(finding?.['message']).toMatch(
    /^Is this a version of the story that begins “.{30,60}…”\? \d+ %/u,
  )
})

test('versions that come in one run are found too, and a dry run finds the same', async () => {
  const stories = [11, 12, 13].map((seed) => inventStory(seed))
  for (const [index, story] of stories.entries()) {
    await write(`a${index}.txt`, story)
    await write(`b${index}.txt`, rewriteStory(story, index + 1))
  }
  const texts = join(folder, '*.txt')
  const dry = await run('import', texts, '--dry-run')
  const items = await run('import', texts)
  const near = items.map(({nearDuplicateOf}) => nearDuplicateOf)
  const ids = items.map(({id}) => id)
  expect(near).toEqual([
    undefined,
    undefined,
    undefined,
    ...ids.slice(0, 3).map((id) => ({id, overlap: expect.any(Number)})),
  ])
  expect(JSON.stringify(dry).match(/"near-duplicate"/gu)).toHaveLength(3)
})
