import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {createClient, type ClientConfig, type SanityClient} from '@sanity/client'

import type {Lake} from '../lake/lake.ts'
import {findRunningLake} from '../lake/running-lake.ts'
import {
  CommandError,
  type CommandOption,
  type OptionValues,
  UsageError,
  type World,
} from './command.ts'
import {lakeOptions} from './lake-options.ts'
import {type LimitedFetch, limitedFetch, type RequestLimits} from './limited-fetch.ts'
import {openLakeThread} from './open-lake-thread.ts'
import {openPrepared} from './open-prepared.ts'
import {tellPreparation} from './tell-preparation.ts'

/** Where a command reads and writes: a dataset behind a client, whatever is behind the client. */
export interface Target {
  readonly client: SanityClient
  /** For the person: `the local lake in "data"`, `project abc123, dataset production` */
  readonly name: string
  /** What the client has no method for, such as the export stream; the caller brings URL and token from `client` */
  readonly fetch: (request: Request) => Promise<Response>
  /** Transactions that a command may have under way at once */
  readonly inFlight: number
  /** Must be called when the command is done: a lake opened for it is closed */
  readonly close: () => Promise<void>
}

/** The options that choose a target; the same for every command that has one. */
export const targetOptions = {
  data: {
    type: 'string',
    value: 'DIR',
    help: 'Folder of the local lake (default: data, or WIREDESK_DATA)',
  },
  project: {
    type: 'string',
    value: 'ID',
    help: 'A hosted project instead of the local lake (or SANITY_STUDIO_PROJECT_ID)',
  },
  dataset: {
    type: 'string',
    value: 'NAME',
    help: 'Dataset (default: production, or SANITY_STUDIO_DATASET)',
  },
} as const satisfies Record<string, CommandOption>

/**
 * The hosted lake documents 25 mutation requests and 500 requests a second for an address, and 100 mutations in flight for a dataset. A fifth
 * stays free, because requests that are sent one after the other may arrive together; in flight, most is left to the people who edit.
 */
const HOSTED: RequestLimits & {readonly inFlight: number} = {
  mutationsPerSecond: 20,
  requestsPerSecond: 400,
  inFlight: 8,
  retries: 10,
}

/** A lake beside us may be started anew meanwhile, which takes some seconds; it is waited for, for a quarter of a minute at least. */
const SERVED: RequestLimits & {readonly inFlight: number} = {inFlight: 2, retries: 6}

/** The address of a lake in this process, or in a thread of it, for requests that never leave it. */
const NOWHERE = 'http://127.0.0.1'

/** API version that every command speaks; a fixed one, so that answers do not change under us. */
const API_VERSION = '2025-02-19'

/**
 * Decides from flags and environment where a command works: the hosted Content Lake when a project is named,
 * else the local lake: the running one over HTTP, or, when none runs, its database file, opened for this command alone.
 *
 * @param options - `writesMuch`: a lake that is opened for the command gets a thread of its own, so that it stores while the command goes on
 * @throws UsageError when the dataset's name cannot be one, or a hosted project is named and `SANITY_AUTH_TOKEN` is not set
 * @throws CommandError when the local lake cannot be opened
 */
export async function openTarget(
  values: OptionValues,
  world: World,
  {writesMuch = false}: {readonly writesMuch?: boolean} = {},
): Promise<Target> {
  const {environment} = world
  const dataset = text(values['dataset']) ?? environment['SANITY_STUDIO_DATASET'] ?? 'production'
  if (!/^~?[a-z0-9][a-z0-9_-]{0,63}$/u.test(dataset)) {
    throw new UsageError(
      `Cannot use dataset "${dataset}": a name is small letters, digits, hyphens and underscores, 64 at most`,
    )
  }
  const project =
    text(values['project']) ??
    (values['data'] === undefined ? environment['SANITY_STUDIO_PROJECT_ID'] : undefined)
  return project === undefined
    ? openLocal(dataDirectory(values, environment), dataset, {world, writesMuch})
    : openHosted(project, dataset, world)
}

/** The folder of the local lake: `--data`, else `WIREDESK_DATA`, else `data`. */
export function dataDirectory(values: OptionValues, environment: World['environment']): string {
  return text(values['data']) ?? environment['WIREDESK_DATA'] ?? 'data'
}

function openHosted(projectId: string, dataset: string, {environment, stop}: World): Target {
  const token = environment['SANITY_AUTH_TOKEN']?.trim() ?? ''
  if (token === '') {
    throw new UsageError(
      `Cannot reach project "${projectId}": set SANITY_AUTH_TOKEN to a token that may read and write dataset "${dataset}"`,
    )
  }
  // The fault that a header throws tells its value.
  if (!/^[!-~]+$/u.test(token)) {
    throw new UsageError(
      'Cannot use SANITY_AUTH_TOKEN: it holds a space, a line break or another sign that no token has; copy it again',
    )
  }
  const client = createClient({...shared(dataset), projectId, token})
  return throughLimits(client, {...HOSTED, stop}, `project ${projectId}, dataset ${dataset}`)
}

async function openLocal(
  directory: string,
  dataset: string,
  {world, writesMuch}: {readonly world: World; readonly writesMuch: boolean},
): Promise<Target> {
  const name = `the local lake in "${directory}", dataset ${dataset}`
  const running = await findRunningLake(directory)
  if (running !== undefined) {
    const token = (await readFile(join(directory, 'token'), 'utf8')).trim()
    const client = createLocalClient({url: running.url, token, dataset})
    return throughLimits(client, {...SERVED, stop: world.stop}, name)
  }
  if (writesMuch) return openThread(directory, dataset, {name, world})
  const lake = await openOrExplain(directory, world)
  const client = createLocalClient({url: NOWHERE, token: lake.administratorToken, dataset})
  return {
    client: client.withConfig({
      resolveFetch: () => (input, init) => lake.fetch(new Request(input, init)),
    }),
    name,
    fetch: (request) => lake.fetch(request),
    inFlight: 1,
    close: async () => {
      lake.close()
    },
  }
}

async function openThread(
  directory: string,
  dataset: string,
  {name, world}: {readonly name: string; readonly world: World},
): Promise<Target> {
  const {
    administratorToken: token,
    fetch,
    close,
  } = await openLakeThread(directory, {preparing: tellPreparation(world), stop: world.stop})
  const client = createLocalClient({url: NOWHERE, token, dataset})
  return {
    client: client.withConfig({resolveFetch: () => fetch, maxRetries: 0}),
    name,
    fetch,
    inFlight: SERVED.inFlight,
    close,
  }
}

/** A target that is reached over the network. */
export function throughLimits(
  client: SanityClient,
  limits: RequestLimits & {readonly inFlight: number},
  name: string,
): Target {
  const limited: LimitedFetch = limitedFetch(fetch, limits)
  return {
    client: client.withConfig({resolveFetch: () => limited, maxRetries: 0}),
    name,
    fetch: (request) => limited(request),
    inFlight: limits.inFlight,
    close: async () => {},
  }
}

async function openOrExplain(directory: string, world: World): Promise<Lake> {
  try {
    return await openPrepared({...lakeOptions, dataDirectory: directory}, world)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new CommandError(error.message, {cause: error})
  }
}

/** A client of a local lake, as its administrator. */
export function createLocalClient({
  url,
  token,
  dataset = 'production',
}: {
  readonly url: string
  readonly token: string
  readonly dataset?: string
}): SanityClient {
  return createClient({
    ...shared(dataset),
    projectId: lakeOptions.projectId,
    apiHost: url,
    useProjectHostname: false,
    token,
  })
}

function shared(dataset: string): ClientConfig {
  return {
    dataset,
    apiVersion: API_VERSION,
    useCdn: false,
    perspective: 'raw',
    requestTagPrefix: 'wiredesk',
  }
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
