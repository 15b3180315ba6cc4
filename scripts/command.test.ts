import {expect, test} from 'vitest'

import {type Command, CommandError, runCommand, UsageError} from './command.ts'
import {testWorld} from './testing/test-world.ts'

const greet: Command = {
  name: 'greet',
  summary: 'Greets the desk',
  usage: 'greet NAME [--loud]',
  options: {
    loud: {type: 'boolean', help: 'In capitals'},
    data: {type: 'string', value: 'DIR', help: 'Where the lake is'},
  },
  run: async (world, {loud}, [name]) => {
    if (name === undefined) throw new UsageError('Cannot greet: no name given')
    if (name === 'nobody')
      throw new CommandError('Cannot greet "nobody": nobody is in; come back at six')
    world.stdout(loud === true ? name.toUpperCase() : name)
    return 0
  },
}

test('runs the named command with its options', async () => {
  const {world, output} = testWorld()
  expect(await runCommand([greet], ['greet', '--loud', 'night desk'], world)).toBe(0)
  expect(output).toEqual({stdout: ['NIGHT DESK'], stderr: []})
})

test.for([
  [['greet'], 2, 'Cannot greet: no name given\nUsage: wiredesk greet NAME [--loud]'],
  [['greet', 'nobody'], 1, 'Cannot greet "nobody": nobody is in; come back at six'],
  [['gret'], 2, 'Cannot run "gret": there is no such command. `wiredesk help` lists the commands'],
] as const)('wiredesk %s exits with %i', async ([argv, code, sentence]) => {
  const {world, output} = testWorld()
  expect(await runCommand([greet], argv, world)).toBe(code)
  expect(output).toEqual({stdout: [], stderr: [sentence]})
})

test('an unknown option is a wrong call that says how it is meant', async () => {
  const {world, output} = testWorld()
  expect(await runCommand([greet], ['greet', '--quiet'], world)).toBe(2)
  expect(output.stderr.join('\n')).toContain('Usage: wiredesk greet NAME [--loud]')
})

test('help lists the commands and the options of one', async () => {
  const {world, output} = testWorld()
  expect(await runCommand([greet], ['help'], world)).toBe(0)
  expect(await runCommand([greet], ['greet', '--help'], world)).toBe(0)
  expect(output.stdout).toEqual([
    'wiredesk: wire copy in, structured articles out\n\n  greet  Greets the desk\n\n`wiredesk COMMAND --help` tells more.',
    'Greets the desk\n\nUsage: wiredesk greet NAME [--loud]\n\n  --loud      In capitals\n  --data DIR  Where the lake is',
  ])
})
