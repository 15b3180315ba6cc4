import type {DatabaseSync} from 'node:sqlite'

import {Hono} from 'hono'

import {requireUser} from '../access/read-caller.ts'
import {type User, findUsers} from '../access/users.ts'
import type {LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'
import {isRecord} from '../store/lake-document.ts'
import {findKeyValues, putKeyValues} from './key-values.ts'

/** Most pairs and most bytes that the Studio may store in one request for one user. */
const MOST_PAIRS = 100
const MOST_BYTES = 256 * 1024

/** Who is signed in, who wrote what, and what the Studio remembers for each of them. */
export function createUserRoutes(database: DatabaseSync): Hono<LakeEnvironment> {
  const routes = new Hono<LakeEnvironment>()

  routes.get('/users/me', (context) => {
    const caller = context.get('caller')
    if (caller.type === 'anonymous') return context.json({})
    const [user] = findUsers(database, [caller.userId])
    if (user === undefined) throw new Problem(401, 'Session not found', 'SIO-401-ANF')
    return context.json(describeMyself(user))
  })

  routes.get('/users/me/keyvalue/:keys', (context) => {
    const keys = context.req.param('keys').split(',')
    return context.json(findKeyValues(database, requireUser(context.get('caller')), keys))
  })

  routes.put('/users/me/keyvalue', async (context) => {
    const userId = requireUser(context.get('caller'))
    const text = await context.req.text()
    if (Buffer.byteLength(text) > MOST_BYTES) {
      throw new Problem(413, `Cannot store settings: over ${MOST_BYTES} bytes`)
    }
    const pairs = readPairs(text)
    putKeyValues(database, userId, pairs)
    return context.json(pairs)
  })

  routes.get('/users/:ids', (context) => {
    requireUser(context.get('caller'))
    const users = findUsers(database, context.req.param('ids').split(',').slice(0, 200))
    return context.json(
      users.map(({id, name, email}) => ({id, displayName: name, email: email ?? ''})),
    )
  })

  return routes
}

function describeMyself({id, name, email}: User) {
  return {
    id,
    name,
    email: email ?? '',
    role: 'administrator',
    roles: [{name: 'administrator', title: 'Administrator'}],
    provider: 'local',
  }
}

function readPairs(text: string): readonly {readonly key: string; readonly value: unknown}[] {
  const body = parseJson(text)
  if (!Array.isArray(body) || body.length > MOST_PAIRS) {
    throw new Problem(400, `Cannot store settings: expected up to ${MOST_PAIRS} {key, value} pairs`)
  }
  return body.map((pair: unknown) => {
    if (!isRecord(pair) || typeof pair.key !== 'string' || pair.key.length > 500) {
      throw new Problem(400, 'Cannot store settings: each pair needs a key of up to 500 characters')
    }
    return {key: pair.key, value: pair.value ?? null}
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem(400, `Cannot read settings: ${String(error)}`)
  }
}
