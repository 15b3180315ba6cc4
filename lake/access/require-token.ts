import type {MiddlewareHandler} from 'hono'

import type {LakeEnvironment} from '../caller.ts'
import {Problem} from '../problem.ts'

/** How a request came: other machines can reach a lake that listens beyond loopback. */
export interface Network {
  readonly needsToken: boolean
}

/** What is answered without a token even then: the way to sign in. */
const OPEN =
  /^\/v[^/]{1,20}\/(?:ping|check\/cors|users\/me|auth\/(?:providers|login\/local|fetch|logout|id))$/u

/**
 * Holds "a token, or nothing" over the API of a lake that other machines can reach. The Studio's files and asset bytes stay open: an `<img>` shows no token, and an
 * asset's address cannot be guessed.
 */
export function requireToken(): MiddlewareHandler<LakeEnvironment & {Bindings: Partial<Network>}> {
  return async (context, next) => {
    const isAnonymous = context.get('caller').type === 'anonymous'
    if (isAnonymous && context.env.needsToken === true && !OPEN.test(context.req.path)) {
      throw new Problem(
        401,
        'This lake can be reached from other machines, so every request needs a token: send `Authorization: Bearer …`',
        'SIO-401-ANF',
      )
    }
    await next()
  }
}
