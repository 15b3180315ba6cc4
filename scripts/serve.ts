import type {SanityClient} from '@sanity/client'

import {findRunningLake} from '../lake/running-lake.ts'
import {serveLake} from '../lake/serve-lake.ts'
import {
  CommandError,
  type CommandOption,
  type ExitCode,
  type OptionValues,
  UsageError,
  type World,
} from './command.ts'
import {errorSentence} from './error-sentence.ts'
import {lakeOptions} from './lake-options.ts'
import {openPrepared} from './open-prepared.ts'
import {createLocalClient, dataDirectory} from './target.ts'

/** The options of every command that serves the lake. */
export const serveOptions = {
  'data': {
    type: 'string',
    value: 'DIR',
    help: 'Folder of the lake (default: data, or WIREDESK_DATA)',
  },
  'port': {type: 'string', value: 'N', help: 'Port (default: 3333; 0 takes any free one)'},
  'host': {
    type: 'string',
    value: 'ADDRESS',
    help: 'Address to listen on (default: 127.0.0.1, this machine only)',
  },
  'keep-days': {
    type: 'string',
    value: 'N',
    help: 'Days of history to keep, from now on (default: all of it)',
  },
} as const satisfies Record<string, CommandOption>

export interface ServedDesk {
  readonly url: string
  readonly token: string
  /** Reads and writes the served lake as its administrator */
  readonly client: SanityClient
}

/**
 * Serves the lake until the person stops the command.
 *
 * @param ready - Called when requests are answered
 * @returns 0 after an orderly stop
 * @throws CommandError when the folder or the port is in use, or the database cannot be opened
 */
export async function serve(
  world: World,
  values: OptionValues,
  {
    studioDirectory,
    ready,
  }: {
    readonly studioDirectory?: string
    readonly ready: (desk: ServedDesk) => Promise<void>
  },
): Promise<ExitCode> {
  const directory = dataDirectory(values, world.environment)
  const port = readPort(values['port'])
  const keepDays = readKeepDays(values['keep-days'])
  const running = await findRunningLake(directory)
  if (running !== undefined) {
    throw new CommandError(
      `Cannot start: the lake in "${directory}" is served already, at ${running.url} (process ${running.pid}); use that one or stop it first`,
    )
  }
  const host = typeof values['host'] === 'string' ? values['host'] : '127.0.0.1'
  const lake = await openPrepared(
    {
      ...lakeOptions,
      dataDirectory: directory,
      evaluation: 'apart',
      report: ({message}) => {
        world.stderr(message)
      },
      ...(keepDays !== undefined && {keepDays}),
      ...(studioDirectory !== undefined && {studioDirectory}),
    },
    world,
    {port, host},
  ).catch((error: unknown) => {
    throw new CommandError(errorSentence(error), {cause: error})
  })
  try {
    const server = await serveLake(lake, {port, host}).catch((error: unknown) => {
      throw new CommandError(errorSentence(error), {cause: error})
    })
    if (server.notice !== undefined) world.stderr(server.notice)
    try {
      const token = lake.administratorToken
      await ready({url: server.url, token, client: createLocalClient({url: server.url, token})})
      await stopped(world.stop)
    } finally {
      await server.close()
    }
  } finally {
    lake.close()
  }
  return 0
}

function readPort(value: string | boolean | undefined): number {
  if (value === undefined) return 3333
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new UsageError(`Cannot listen on port "${value}": a port is a number from 0 to 65535`)
}

function readKeepDays(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined
  const days = Number(value)
  if (Number.isFinite(days) && days >= 1) return days
  throw new UsageError(`Cannot keep "${value}" days of history: it is a number from 1`)
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve, {once: true})
  })
}
