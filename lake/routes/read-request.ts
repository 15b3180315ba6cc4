import type {Context} from 'hono'

import type {Caller, LakeEnvironment} from '../caller.ts'
import {maximumDepth, nestingDepth} from '../mutations/find-fault.ts'
import {Problem} from '../problem.ts'
import {type Perspective, readPerspective} from '../query/perspective.ts'
import type {Dataset} from '../store/dataset.ts'
import {isRecord} from '../store/lake-document.ts'
import type {Store} from '../store/open-store.ts'

type Attributes = Readonly<Record<string, unknown>>

const DATASET_NAME = /^[a-z0-9~][a-z0-9_~-]{0,63}$/u

/**
 * The dataset of the path. Users make one by writing to it; for anonymous readers it must exist, so that a wrong name in a frontend is told and costs nothing. An empty lake has nothing to confuse it with.
 *
 * @throws {Problem} 404
 */
export function readDataset(c: Context<LakeEnvironment>, store: Store): Dataset {
  const name = c.req.param('dataset') ?? ''
  const known =
    DATASET_NAME.test(name) &&
    (c.get('caller').type === 'user' || store.hasDataset(name) || store.datasetNames().length === 0)
  if (known) return store.dataset(name)
  throw new Problem(404, `Dataset "${name}" not found`)
}

/** @throws {Problem} 401: writing and history need a user, and the Studio asks for one when it reads this code */
export function requireUser(c: Context<LakeEnvironment>): Caller & {readonly type: 'user'} {
  const caller = c.get('caller')
  if (caller.type === 'user') return caller
  throw new Problem(401, 'Unauthorized - a token is needed', 'SIO-401-ANF')
}

/** The path's first segment: `v2025-02-19`, `v1`, `vX`. */
export function readApiVersion(c: Context<LakeEnvironment>): string {
  return c.req.path.split('/')[1] ?? ''
}

/** @throws {Problem} 400 */
export function readPerspectiveParameter(
  c: Context<LakeEnvironment>,
  value: string | undefined,
): Perspective {
  const perspective = readPerspective(value, readApiVersion(c))
  if (perspective) return perspective
  throw new Problem(400, `Invalid perspective ${JSON.stringify(value)}`)
}

/** Reads the `$name=<JSON>`s of an address's parameters. @throws {Problem} 400 */
export function readQueryParameters(asked: Readonly<Record<string, string>>): Attributes {
  const params = new Map<string, unknown>()
  for (const [name, text] of Object.entries(asked)) {
    if (!name.startsWith('$')) continue
    params.set(checkParameterName(name.slice(1)), parseJson(text, `parameter "${name}"`))
  }
  return Object.fromEntries(params)
}

/** @throws {Problem} 400 */
export function checkParameters(params: unknown): Attributes {
  if (params === undefined) return {}
  if (!isRecord(params)) throw new Problem(400, '"params" must be an object')
  for (const name of Object.keys(params)) checkParameterName(name)
  return params
}

/** Reads a request's JSON object, checked for depth before it is parsed. @throws {Problem} 400, 415 */
export async function readJsonObject(c: Context<LakeEnvironment>): Promise<Attributes> {
  const packed = c.req.header('content-encoding')
  if (packed !== undefined && packed !== 'identity') {
    throw new Problem(415, `Cannot read request body: it is packed with ${packed}; send it plain`)
  }
  const body = parseJson(await c.req.text(), 'request body')
  if (isRecord(body)) return body
  throw new Problem(400, 'The request body must be a JSON object')
}

/**
 * The word that a parameter of the address gives, the first of `choices` where it gives none.
 *
 * @throws {Problem} 400
 */
export function readChoice<Choice extends string>(
  c: Context<LakeEnvironment>,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const asked = c.req.query(name)
  const choice = asked === undefined ? choices[0] : choices.find((each) => each === asked)
  if (choice !== undefined) return choice
  throw new Problem(
    400,
    `Invalid ${name} ${JSON.stringify(asked)}: choose one of ${choices.join(', ')}`,
  )
}

export function isTrue(c: Context<LakeEnvironment>, name: string): boolean {
  return c.req.query(name) === 'true'
}

function checkParameterName(name: string): string {
  if (name !== '__proto__') return name
  throw new Problem(400, `Parameter name "${name}" is not allowed`)
}

function parseJson(text: string, what: string): unknown {
  if (nestingDepth(text) > maximumDepth) {
    throw new Problem(400, `Cannot read ${what}: it nests deeper than ${maximumDepth} levels`)
  }
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Problem(400, `Cannot read ${what}: ${reason}`)
  }
}
