import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {testWorld} from '../testing/test-world.ts'
import {commands} from './commands.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-access-'))
})

afterEach(async () => {
  await rm(folder, {recursive: true})
})

async function wiredesk(...argv: readonly string[]) {
  const {world, output} = testWorld()
  const code = await runCommand(commands, [...argv, '--data', folder], world)
  return {code, ...output}
}

test('an origin is added as browsers send it, listed and removed', async () => {
  expect(await wiredesk('origins', 'add', 'https://herald.example/news')).toEqual({
    code: 0,
    stdout: ['{"url":"https://herald.example"}'],
    stderr: [],
  })
  expect((await wiredesk('origins')).stdout).toEqual(['{"url":"https://herald.example"}'])
  await wiredesk('origins', 'remove', 'https://herald.example')
  expect((await wiredesk('origins')).stdout).toEqual([])
})

test('a second editor gets a user and a token of her own, shown once', async () => {
  await wiredesk('users', 'add', 'ines', '--name', 'Ines Corrado')
  expect((await wiredesk('users')).stdout).toContain('{"id":"ines","name":"Ines Corrado"}')
  const {stdout} = await wiredesk('tokens', 'add', 'ines', '--label', 'laptop')
  const {token}: {token: string} = JSON.parse(stdout[0] ?? '')
  expect(token).toMatch(/^wd-[\w-]{40,}$/u)
  expect((await wiredesk('tokens')).stdout.join('\n')).not.toContain(token)
})

test.for([
  [['origins', 'add'], 2, 'Cannot add: expected origins add URL'],
  [['origins', 'add', 'herald'], 1, 'Cannot read origin "herald"'],
  [['users', 'remove', 'nobody'], 1, 'Cannot remove user "nobody": no such user'],
  [['users', 'invite', 'ines'], 2, 'Cannot "invite" users: it is list, add or remove'],
] as const)('wiredesk %s exits with %i and says why', async ([argv, code, sentence]) => {
  const answer = await wiredesk(...argv)
  expect(answer.code).toBe(code)
  expect(answer.stderr.join('\n')).toContain(sentence)
})
