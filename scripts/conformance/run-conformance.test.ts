import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {commands} from '../commands/commands.ts'
import {testWorld} from '../testing/test-world.ts'
import {isSameAnswer} from './same-answer.ts'

const dataset = {
  _type: 'dataset',
  _id: 'd1',
  documents: [
    {_id: 'b', _type: 'boat', berth: {_ref: 'gone'}},
    {_id: 'a', _type: 'boat'},
  ],
}
const question = {
  _type: 'test',
  name: 'Boats',
  filename: 'boats.yml',
  dataset: {_ref: 'd1'},
  valid: true,
  params: null,
}

test('a suite is asked over HTTP: what differs is printed, what cannot be asked is counted', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wiredesk-suite-'))
  const suite = join(folder, 'suite.ndjson')
  const lines = [
    dataset,
    {_type: 'dataset', _id: 'd2', url: 'https://example.com/boats.ndjson'},
    {...question, query: '*[_type == "boat"]._id', result: ['a', 'b']},
    {...question, query: '*[_id == $id][0].berth._ref', params: {id: 'b'}, result: 'gone'},
    {...question, query: '*[', valid: false, result: null},
    {...question, query: 'count(*)', result: 3},
    {...question, query: 'count(*)', result: 1, dataset: {_ref: 'd2'}},
    {...question, query: 'count(*)', result: 2, version: '0.1'},
  ]
  await writeFile(suite, lines.map((line) => JSON.stringify(line)).join('\n'))
  const {world, output} = testWorld()
  try {
    expect(await runCommand(commands, ['conformance', suite], world)).toBe(0)
  } finally {
    await rm(folder, {recursive: true})
  }
  expect(output.stdout.map((line): unknown => JSON.parse(line))).toEqual([
    {
      file: 'boats.yml',
      name: 'Boats',
      query: 'count(*)',
      expected: 3,
      lake: {type: 'value', value: 2},
      groqJsPasses: false,
      sameAsGroqJs: true,
    },
  ])
  expect(output.stderr).toEqual([
    '1 not run: dataset is only a web address',
    '1 not run: GROQ before its specification',
    "3 of 4 cases are answered as the suite expects.\nOf the 1 others groq-js answers 0 as expected; the lake differs from groq-js in 0.\n0 did not end within the lake's time limit.",
  ])
})

test('a run that is stopped asks no further case and says how many are left', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wiredesk-suite-'))
  const suite = join(folder, 'suite.ndjson')
  const asked = {...question, query: 'count(*)', result: 2}
  await writeFile(suite, [dataset, asked, asked].map((line) => JSON.stringify(line)).join('\n'))
  const {world, output} = testWorld({stop: AbortSignal.abort()})
  try {
    expect(await runCommand(commands, ['conformance', suite], world)).toBe(1)
  } finally {
    await rm(folder, {recursive: true})
  }
  expect(output).toMatchObject({
    stdout: [],
    stderr: [
      'Stopped: 2 of 2 cases were not asked.',
      expect.stringMatching(/^0 of 0 cases are answered/u),
    ],
  })
})

test.for([
  ['stamps of a lake', {_id: 'a', _rev: '1', _updatedAt: 'now'}, {_id: 'a'}, true],
  ['scores by their place', [{_score: 9.5}, {_score: 0.1}], [{_score: 1}, {_score: 0}], true],
  ['scores in another order', [{_score: 9.5}, {_score: 0.1}], [{_score: 0}, {_score: 1}], false],
  ['a value that is not there', null, undefined, true],
  ['numbers that differ', 1, 1.001, false],
] as const)('answers compared: %s', ([, one, other, same]) => {
  expect(isSameAnswer(one, other)).toBe(same)
})
