import {parseArgs, type ParseArgsConfig} from 'node:util'

import {ClientError, ServerError} from '@sanity/client'

/** The outside world of a command: `runInProcess` fills it from `process`, a test with its own. */
export interface World {
  /** Writes one line of result */
  readonly stdout: (line: string) => void
  /** Says that from now on the work counts more than who reads of it: it goes on when standard output is closed, or its disk full */
  readonly goOnUnread?: () => void
  /** Writes one line for the person who runs the command */
  readonly stderr: (line: string) => void
  /** Shows a line in the place of the one before; absent when nobody watches: stderr is no terminal */
  readonly progress?: (line: string) => void
  /** Standard input as it comes, read when asked for */
  readonly stdin: () => AsyncIterable<Uint8Array>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  /** A fresh identifier: letters, digits and hyphens */
  readonly newId: () => string
  /** Aborted when the person asks the command to stop (Ctrl-C, SIGTERM) */
  readonly stop: AbortSignal
}

/** The value of each option by its name; an option that was not given is `undefined`. */
export type OptionValues = Readonly<Record<string, string | boolean | undefined>>

/** Exit codes of the house: all done, some items failed (the rest went in), called wrongly. */
export type ExitCode = 0 | 1 | 2

export interface CommandOption {
  readonly type: 'string' | 'boolean'
  /** What the help shows behind the option: `DIR`, `CODE`; only for strings */
  readonly value?: string
  readonly help: string
}

/** A command as data: `wiredesk <name>` finds it, prints its help and calls `run`. */
export interface Command {
  readonly name: string
  readonly summary: string
  /** Behind `wiredesk `: `parse FILE…` */
  readonly usage: string
  readonly options: Readonly<Record<string, CommandOption>>
  readonly run: (
    world: World,
    values: OptionValues,
    positionals: readonly string[],
  ) => Promise<ExitCode>
}

/** The person called the command wrongly; the message is the sentence they read. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Something outside the program is in the way (a file, a port, a server); the message says what and the way out. Exit code 1. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

/** Finds the command, reads its options and runs it. Knows no command itself. */
export async function runCommand(
  commands: readonly Command[],
  argv: readonly string[],
  world: World,
): Promise<ExitCode> {
  const [name, ...rest] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    world.stdout(overview(commands))
    return name === undefined ? 2 : 0
  }
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) {
    world.stderr(
      `Cannot run "${name}": there is no such command. \`wiredesk help\` lists the commands`,
    )
    return 2
  }
  try {
    const {values, positionals} = parseArgs({
      args: rest,
      options: {...argumentOptions(command), help: {type: 'boolean', short: 'h'}},
      allowPositionals: true,
    })
    if (values['help'] === true) {
      world.stdout(helpText(command))
      return 0
    }
    return await command.run(world, values, positionals)
  } catch (error) {
    return report(error, command, world)
  }
}

function argumentOptions(command: Command): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(command.options).map(([option, {type}]) => [option, {type}]),
  )
}

function report(error: unknown, command: Command, world: World): ExitCode {
  if (error instanceof UsageError || isArgumentError(error)) {
    world.stderr(`${error.message}\nUsage: wiredesk ${command.usage}`)
    return 2
  }
  if (error instanceof CommandError) {
    world.stderr(error.message)
    return 1
  }
  if (error instanceof ClientError || error instanceof ServerError) {
    world.stderr(`Cannot finish "${command.name}": ${error.message}`)
    return 1
  }
  if (isSystemError(error)) {
    world.stderr(`Cannot finish "${command.name}": the system reports ${error.message}`)
    return 1
  }
  throw error
}

/** Of the disk or the network: no fault of the program. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'errno' in error
}

function isArgumentError(error: unknown): error is TypeError & {code: string} {
  return (
    error instanceof TypeError &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS')
  )
}

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({name}) => name.length))
  const lines = commands.map(({name, summary}) => `  ${name.padEnd(width)}  ${summary}`)
  return [
    'wiredesk: wire copy in, structured articles out',
    '',
    ...lines,
    '',
    '`wiredesk COMMAND --help` tells more.',
  ].join('\n')
}

function helpText({summary, usage, options}: Command): string {
  const rows = Object.entries(options).map(
    ([name, {value, help}]) =>
      [value === undefined ? `--${name}` : `--${name} ${value}`, help] as const,
  )
  const width = Math.max(0, ...rows.map(([flag]) => flag.length))
  const lines = rows.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`)
  return [
    summary,
    '',
    `Usage: wiredesk ${usage}`,
    ...(lines.length > 0 ? ['', ...lines] : []),
  ].join('\n')
}
