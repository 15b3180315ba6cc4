import type {MiddlewareHandler} from 'hono'

import type {LakeEnvironment} from '../caller.ts'
import {findEventStream} from '../events/event-stream.ts'

/** How often a stream asks whether its token still holds: for tokens that expire, in milliseconds. */
const INTERVAL = 5000

/** The streams of events that users have open. */
export interface OpenStreams {
  /** Remembers each stream that is opened with a token */
  readonly watch: MiddlewareHandler<LakeEnvironment>
  /** After the request, ends every stream whose token holds no more */
  readonly recheckAfter: MiddlewareHandler<LakeEnvironment>
}

/**
 * Ends streams when the token that opened them is revoked or expires: at once after a request that takes access away, within seconds otherwise.
 *
 * @param holds - Whether an `Authorization` header would be let in now
 */
export function createOpenStreams(holds: (authorization: string) => boolean): OpenStreams {
  const rechecks = new Set<() => void>()
  return {
    async watch(context, next) {
      await next()
      const authorization = context.req.header('authorization')
      const stream = findEventStream(context.res)
      if (authorization === undefined || !stream) return
      const recheck = (): void => {
        if (!holds(authorization)) stream.close()
      }
      const timer = setInterval(recheck, INTERVAL)
      timer.unref()
      rechecks.add(recheck)
      const forget = (): boolean => {
        clearInterval(timer)
        return rechecks.delete(recheck)
      }
      void stream.ended.then(forget)
    },
    async recheckAfter(_, next) {
      await next()
      for (const recheck of rechecks) recheck()
    },
  }
}
