import {expect, test} from 'vitest'

import {runCommand} from '../command.ts'
import {testWorld} from '../testing/test-world.ts'
import {commands} from './commands.ts'

async function fuzz(...argv: readonly string[]) {
  const {world, output} = testWorld()
  const code = await runCommand(commands, ['fuzz', ...argv], world)
  return {code, ...output}
}

test('fifty changed fixtures from one seed on keep their ledgers', async () => {
  expect(await fuzz('--seconds', '0', '--seed', '100')).toEqual({
    code: 0,
    stdout: [],
    stderr: ['50 texts, 0 faults (seeds 100 to 149)'],
  })
})

test('a time that is no number is refused', async () => {
  const {code, stderr} = await fuzz('--seconds', 'soon')
  expect(code).toBe(2)
  expect(stderr.join('\n')).toContain('--seconds must be a whole number, not "soon"')
})
