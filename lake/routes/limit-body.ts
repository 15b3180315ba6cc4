import type {MiddlewareHandler} from 'hono'
import {bodyLimit} from 'hono/body-limit'

import {Problem} from '../problem.ts'

/** Largest request body, in bytes: the hosted lake's 4 MB and some room. */
const MAXIMUM_BODY = 5 * 1024 * 1024

/** Counts a body as it comes, for one that does not say its length. */
const limitStream = bodyLimit({maxSize: MAXIMUM_BODY, onError: refuse})

/**
 * Refuses bodies that are too large. A request without one, and one that says its length, to which HTTP holds it, passes as it is: to look at the body itself would make a stream of it.
 *
 * @throws {Problem} 413
 */
export const limitBody: MiddlewareHandler = async (context, next) => {
  const {method} = context.req
  if (method === 'GET' || method === 'HEAD') return next()
  const length = context.req.header('content-length')
  const isCounted = length !== undefined && context.req.header('transfer-encoding') === undefined
  if (!isCounted) return limitStream(context, next)
  return Number(length) > MAXIMUM_BODY ? refuse() : next()
}

function refuse(): never {
  throw new Problem(413, `The request body is larger than ${MAXIMUM_BODY} bytes; send it in parts`)
}
