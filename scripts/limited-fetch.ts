import {setTimeout} from 'node:timers/promises'

import PQueue from 'p-queue'
import pRetry from 'p-retry'

import {CommandError} from './command.ts'
import {errorSentence} from './error-sentence.ts'

/** What a lake may be asked to bear, and how long its absence is borne. */
export interface RequestLimits {
  /** Starts of mutation requests in any second; no limit when absent */
  readonly mutationsPerSecond?: number
  /** Starts of all other requests in any second; no limit when absent */
  readonly requestsPerSecond?: number
  /** How often a request is sent again when the way to the lake or the lake itself fails for a while */
  readonly retries: number
  /** Once it is aborted nothing is sent a second time: who stops a command does not wait for a lake that is away */
  readonly stop?: AbortSignal
}

/** A fetch whose answers are the lake's last word on each request. */
export type LimitedFetch = (url: string | URL | Request, init?: RequestInit) => Promise<Response>

/** Milliseconds before the second try; doubled each time, up to the longest. */
const FIRST_WAIT = 250
const LONGEST_WAIT = 30_000

/** An answer that asks to be asked again. */
class PassingAnswer extends Error {
  override readonly name = 'PassingAnswer'
  readonly answer: Response
  constructor(answer: Response) {
    super(`status ${answer.status}`)
    this.answer = answer
  }
}

/**
 * Keeps requests under a lake's documented limits, and sends again what failed for a while: 429 after the time that `Retry-After` names, for any
 * request; 5xx and a broken connection, in the middle of an answer too, for what may be sent twice. A mutation may: each bears an id of ours, which a lake takes once.
 *
 * @throws CommandError when nobody answered each time
 */
export function limitedFetch(fetch: LimitedFetch, limits: RequestLimits): LimitedFetch {
  const mutations = queueOf(limits.mutationsPerSecond)
  const others = queueOf(limits.requestsPerSecond)

  return async function limited(url, init) {
    const {method, path} = targetOf(url, init)
    const isMutation = path.includes('/data/mutate/')
    const isRepeatable = isMutation || method === 'GET' || path.includes('/data/query/')
    // An export is a stream, and goes to whoever asked for it as it comes.
    const isStream = path.includes('/data/export/')
    const queue = isMutation ? mutations : others
    const patience = new AbortController()
    const lose = (): void => patience.abort()
    let last: Error | undefined
    try {
      return await pRetry(
        () =>
          queue.add(async () => {
            const answer = await fetch(url, init)
            const isPassing = answer.status === 429 || (isRepeatable && answer.status >= 500)
            if (isPassing) throw new PassingAnswer(answer)
            return isRepeatable && !isStream ? await wholeAnswer(answer) : answer
          }),
        {
          retries: limits.retries,
          minTimeout: FIRST_WAIT,
          maxTimeout: LONGEST_WAIT,
          randomize: true,
          signal: patience.signal,
          shouldRetry: ({error}) => isRepeatable || error instanceof PassingAnswer,
          async onFailedAttempt({error, retriesLeft}) {
            last = error
            if (limits.stop?.aborted === true) lose()
            limits.stop?.addEventListener('abort', lose, {once: true})
            if (!(error instanceof PassingAnswer) || retriesLeft === 0 || patience.signal.aborted)
              return
            await error.answer.body?.cancel()
            await setTimeout(waitOf(error.answer), undefined, {signal: patience.signal})
          },
        },
      )
    } catch (thrown) {
      const error = patience.signal.aborted ? last : thrown
      if (error instanceof PassingAnswer) return error.answer
      throw new CommandError(`Cannot reach "${new URL(path).origin}": ${reasonOf(error)}`, {
        cause: error,
      })
    } finally {
      limits.stop?.removeEventListener('abort', lose)
    }
  }
}

/** @throws TypeError when the connection breaks before the end */
async function wholeAnswer(answer: Response): Promise<Response> {
  const body = await answer.arrayBuffer()
  const {status, statusText, headers} = answer
  return new Response(body.byteLength === 0 ? null : body, {status, statusText, headers})
}

function queueOf(perSecond: number | undefined): PQueue {
  return perSecond === undefined
    ? new PQueue()
    : new PQueue({interval: 1000, intervalCap: perSecond, strict: true})
}

function targetOf(
  url: string | URL | Request,
  init: RequestInit | undefined,
): {readonly method: string; readonly path: string} {
  return url instanceof Request
    ? {method: url.method, path: url.url}
    : {method: init?.method?.toUpperCase() ?? 'GET', path: String(url)}
}

/** Milliseconds that the lake asks to wait: seconds or a date. */
function waitOf(answer: Response): number {
  const text = answer.headers.get('retry-after') ?? ''
  const wait = /^\d+$/u.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), LONGEST_WAIT * 10)
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return errorSentence(cause)
}
