import type {DatabaseSync} from 'node:sqlite'

import type {MiddlewareHandler} from 'hono'

import type {Caller, LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'
import {judgeToken} from './tokens.ts'

const BEARER = /^Bearer (?<token>\S{1,500})$/iu

/** The secret of `Authorization: Bearer …`, or `undefined` when the header is absent or of another kind. */
export function readBearer(authorization: string | undefined): string | undefined {
  return authorization === undefined ? undefined : BEARER.exec(authorization)?.groups?.token
}

/**
 * Who asks? No header: anonymous, always.
 *
 * @throws Problem 401 when a header is there but good for nothing: a mistyped token must not pass as "anonymous" in silence
 */
export function judgeCaller(
  database: DatabaseSync,
  authorization: string | undefined,
  now: Date,
): Caller {
  if (authorization === undefined || authorization === '') return {type: 'anonymous'}
  const token = readBearer(authorization)
  const verdict = token === undefined ? undefined : judgeToken(database, token, now)
  if (verdict?.type === 'user') return {type: 'user', userId: verdict.userId}
  if (verdict?.type === 'expired') {
    throw new Problem(401, 'Session expired: sign in again', 'SIO-401-AEX')
  }
  throw new Problem(
    401,
    'Session not found: the token is unknown or revoked; `wiredesk start` prints the link to sign in',
    'SIO-401-ANF',
  )
}

/** Sets `caller` on each request. */
export function readCaller(
  database: DatabaseSync,
  now: () => Date,
): MiddlewareHandler<LakeEnvironment> {
  return async (context, next) => {
    context.set('caller', judgeCaller(database, context.req.header('authorization'), now()))
    await next()
  }
}

/**
 * The user who asks.
 *
 * @throws Problem 401 for an anonymous caller
 */
export function requireUser(caller: Caller): string {
  if (caller.type === 'user') return caller.userId
  throw new Problem(401, 'A token is needed here: send `Authorization: Bearer …`', 'SIO-401-ANF')
}
