import type {DatabaseSync} from 'node:sqlite'

import {Hono} from 'hono'

import {addOrigin, listOrigins, removeOrigin} from '../access/origins.ts'
import {requireUser} from '../access/read-caller.ts'
import {createToken, listTokens, revokeToken} from '../access/tokens.ts'
import {addUser, administratorId, listUsers, removeUser} from '../access/users.ts'
import type {Caller, LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'
import {isRecord} from '../store/lake-document.ts'

/**
 * Who may come in, for the commands `users`, `tokens` and `origins`. Of ours, not of the hosted lake: all below `/wiredesk/`.
 * The administrator's alone: with any other token 403.
 */
export function createAdministrationRoutes(
  database: DatabaseSync,
  now: () => Date,
): Hono<LakeEnvironment> {
  const routes = new Hono<LakeEnvironment>()

  routes.use('/wiredesk/*', async (context, next) => {
    requireAdministrator(context.get('caller'))
    await next()
  })

  routes.get('/wiredesk/users', (context) => context.json(listUsers(database)))
  routes.post('/wiredesk/users', async (context) => {
    const {id, name, email} = readTexts(await context.req.text())
    if (id === undefined || name === undefined) throw new Problem(400, 'A user needs id and name')
    const user = email === undefined ? {id, name} : {id, name, email}
    return context.json(explain(() => addUser(database, user, now())))
  })
  routes.delete('/wiredesk/users/:id', (context) => {
    const id = context.req.param('id')
    explain(() => removeUser(database, id, now()))
    return context.json({id})
  })

  routes.get('/wiredesk/tokens', (context) => context.json(listTokens(database)))
  routes.post('/wiredesk/tokens', async (context) => {
    const {userId, label = 'made by hand'} = readTexts(await context.req.text())
    if (userId === undefined) throw new Problem(400, 'A token needs userId')
    return context.json(explain(() => createToken(database, {userId, label}, now())))
  })
  routes.delete('/wiredesk/tokens/:id', (context) => {
    const id = context.req.param('id')
    explain(() => revokeToken(database, id, now()))
    return context.json({id})
  })

  routes.get('/wiredesk/origins', (context) =>
    context.json(listOrigins(database).map((url) => ({url}))),
  )
  routes.post('/wiredesk/origins', async (context) => {
    const {url} = readTexts(await context.req.text())
    if (url === undefined) throw new Problem(400, 'An origin needs url')
    return context.json({url: explain(() => addOrigin(database, url, now()))})
  })
  routes.delete('/wiredesk/origins/:url', (context) => {
    const url = context.req.param('url')
    explain(() => removeOrigin(database, url))
    return context.json({url})
  })

  return routes
}

/** @throws Problem 401 for nobody, 403 for any other user */
export function requireAdministrator(caller: Caller): void {
  if (requireUser(caller) === administratorId) return
  throw new Problem(403, 'Only the administrator, with the token file of the lake, may do this')
}

function readTexts(body: string): Readonly<Record<string, string | undefined>> {
  const fields: unknown = parseJson(body)
  if (!isRecord(fields)) throw new Problem(400, 'The body must be a JSON object')
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => {
      return typeof entry[1] === 'string'
    }),
  )
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** What users, tokens and origins refuse is the caller's fault. */
function explain<Result>(act: () => Result): Result {
  try {
    return act()
  } catch (error) {
    if (error instanceof RangeError) throw new Problem(400, error.message)
    throw error
  }
}
