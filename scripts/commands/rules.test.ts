import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {openTarget} from '../target.ts'
import {testWorld} from '../testing/test-world.ts'
import {commands} from './commands.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-rules-'))
  await writeFile(
    join(folder, 'story.txt'),
    'The quay was flooded.\n\nToday’s tides: six\n\nToday’s tides are high, a pilot said.\n',
  )
})

afterEach(async () => {
  await rm(folder, {recursive: true})
})

async function wiredesk(...argv: readonly string[]) {
  const {world, output} = testWorld()
  const code = await runCommand(commands, [...argv, '--data', join(folder, 'data')], world)
  return {code, ...output}
}

test('the rules of the house keep what they promise', async () => {
  const {code, stdout, stderr} = await wiredesk('rules', 'check')
  expect([code, stdout]).toEqual([0, []])
  expect(stderr.join('')).toMatch(/^\d+ rules, 0 faults$/u)
})

test('a rule in a file is tried before it goes live', async () => {
  const rule = join(folder, 'tides.json')
  await writeFile(
    rule,
    JSON.stringify({
      name: 'tides',
      pattern: 'Today’s tides: [^.]{3,60}',
      scope: 'line',
      position: 'any',
      example: 'Today’s tides: six',
      nearMiss: 'Today’s tides are high.',
    }),
  )
  const story = join(folder, 'story.txt')
  const {code, stdout, stderr} = await wiredesk('rules', 'try', rule, story)
  expect(code).toBe(0)
  expect(stdout.map((line): unknown => JSON.parse(line))).toEqual([
    {file: story, type: 'hit', start: 23, end: 41, text: 'Today’s tides: six'},
    {
      file: story,
      type: 'nearMiss',
      start: 43,
      end: 80,
      text: 'Today’s tides are high, a pilot said.',
    },
  ])
  expect(stderr).toEqual([
    'tides@1 on 1 texts: 1 taken out, 0 inside paragraphs (left), 1 near misses (left)',
  ])
})

test('a rule of the dataset is tried as somebody is writing it', async () => {
  const target = await openTarget({data: join(folder, 'data')}, testWorld().world)
  const rule = {
    _type: 'boilerplateRule',
    name: 'tides',
    scope: 'line',
    position: 'any',
    active: false,
    example: 'Today’s tides: six',
    nearMiss: 'Today’s tides are high.',
  }
  await target.client.create({...rule, _id: 'rule.tides', pattern: 'Tides: .{3,9}'})
  const pattern = 'Today’s tides: [^.]{3,60}'
  await target.client.create({...rule, _id: 'drafts.rule.tides', pattern})
  await target.close()

  const {stderr} = await wiredesk('rules', 'try', 'tides', join(folder, 'story.txt'))
  expect(stderr).toEqual([
    'tides@1 on 1 texts: 1 taken out, 0 inside paragraphs (left), 1 near misses (left)',
  ])
})

test.for([
  [['rules'], 2, 'Cannot use the rules'],
  [['rules', 'try', 'tides'], 2, 'Cannot use the rules'],
  [['rules', 'try', 'no-such-rule', '.'], 1, 'Cannot try rule "no-such-rule"'],
  [['rules', 'try', 'nowhere.json', '.'], 1, 'Cannot read rule "nowhere.json"'],
] as const)('wiredesk %s exits with %i and says why', async ([argv, code, sentence]) => {
  const answer = await wiredesk(...argv)
  expect(answer.code).toBe(code)
  expect(answer.stderr.join('\n')).toContain(sentence)
})
