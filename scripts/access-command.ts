import {ClientError, type SanityClient} from '@sanity/client'

import {
  type Command,
  CommandError,
  type CommandOption,
  type OptionValues,
  UsageError,
  type World,
} from './command.ts'
import {openTarget, targetOptions} from './target.ts'

/** One of the lists by which the local lake knows who may come in. */
export interface AccessList {
  readonly name: 'users' | 'tokens' | 'origins'
  readonly summary: string
  /** Behind `wiredesk NAME add` */
  readonly addUsage: string
  /** Behind `wiredesk NAME remove` */
  readonly removeUsage: string
  readonly options?: Readonly<Record<string, CommandOption>>
  /** The entry that `add` makes, from what stands behind it; `undefined` when something is missing */
  readonly entry: (
    given: string | undefined,
    values: OptionValues,
  ) => Readonly<Record<string, string>> | undefined
}

/** The command that shows and changes an access list of the local lake, whether it runs or not. */
export function accessCommand(list: AccessList): Command {
  const {name, summary, addUsage, removeUsage, options = {}} = list
  return {
    name,
    summary,
    usage: `${name} [list | add ${addUsage} | remove ${removeUsage}]`,
    options: {data: targetOptions.data, ...options},
    async run(world, values, [action = 'list', given]) {
      const request = accessRequest(list, action, given, values)
      for (const entry of await askLake(world, values, request)) {
        world.stdout(JSON.stringify(entry))
      }
      return 0
    },
  }
}

type LakeRequest = Parameters<SanityClient['request']>[0]

function accessRequest(
  {name, addUsage, removeUsage, entry}: AccessList,
  action: string,
  given: string | undefined,
  values: OptionValues,
): LakeRequest {
  const uri = `/wiredesk/${name}`
  if (action === 'list') return {uri}
  if (action === 'add') {
    const body = entry(given, values)
    if (body === undefined) throw new UsageError(`Cannot add: expected ${name} add ${addUsage}`)
    return {uri, method: 'POST', body}
  }
  if (action === 'remove' && given !== undefined) {
    return {uri: `${uri}/${encodeURIComponent(given)}`, method: 'DELETE'}
  }
  throw new UsageError(
    action === 'remove'
      ? `Cannot remove: expected ${name} remove ${removeUsage}`
      : `Cannot "${action}" ${name}: it is list, add or remove`,
  )
}

/** The lists are the local lake's own; a hosted project keeps its on sanity.io/manage. */
async function askLake(
  world: World,
  values: OptionValues,
  request: LakeRequest,
): Promise<readonly unknown[]> {
  const environment = {...world.environment, SANITY_STUDIO_PROJECT_ID: undefined}
  const target = await openTarget(values, {...world, environment})
  try {
    const answer: unknown = await target.client.request(request)
    return Array.isArray(answer) ? answer : [answer]
  } catch (error) {
    if (error instanceof ClientError) throw new CommandError(error.message, {cause: error})
    throw error
  } finally {
    await target.close()
  }
}
