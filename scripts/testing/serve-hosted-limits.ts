import {once} from 'node:events'
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import {buffer} from 'node:stream/consumers'

/** What goes wrong with one request: an answer of the lake's edge, or the connection breaks before the lake was reached, after it, or in the middle of its answer. */
export type Fault =
  | 'tooMany'
  | 'tooManyUntil'
  | 'serverFault'
  | 'dropBefore'
  | 'dropAfter'
  | 'dropWithin'

export interface HostedLimits {
  /** Mutation requests in any second */
  readonly mutationsPerSecond: number
  /** Mutation requests at once */
  readonly inFlight: number
  /** Bytes of a request */
  readonly largestRequest: number
  /** @param number - Counts the requests of its kind from 1 */
  readonly fault: (kind: 'mutation' | 'other', number: number) => Fault | undefined
}

/** A proxy that treats a lake's clients as the hosted lake's edge does. */
export interface LimitingProxy {
  readonly url: string
  /** What it saw of mutation requests */
  readonly seen: {
    readonly requests: number
    readonly mostInAnySecond: number
    readonly mostInFlight: number
    readonly tooLarge: number
    readonly faults: number
  }
  readonly close: () => Promise<void>
}

/** Serves a lake under the hosted lake's limits on a free port. */
export async function serveHostedLimits(
  lake: string,
  limits: HostedLimits,
): Promise<LimitingProxy> {
  const seen = {requests: 0, mostInAnySecond: 0, mostInFlight: 0, tooLarge: 0, faults: 0}
  const arrivals: number[] = []
  let others = 0
  let inFlight = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    const isMutation = request.url?.includes('/data/mutate/') === true
    if (isMutation) {
      const now = performance.now()
      seen.requests += 1
      arrivals.push(now)
      const lastSecond = arrivals.filter((at) => at > now - 1000).length
      seen.mostInAnySecond = Math.max(seen.mostInAnySecond, lastSecond)
      seen.mostInFlight = Math.max(seen.mostInFlight, inFlight)
      if (lastSecond > limits.mutationsPerSecond || inFlight > limits.inFlight) {
        refuse(response, 429)
        return
      }
      if (body.length > limits.largestRequest) {
        seen.tooLarge += 1
        refuse(response, 413)
        return
      }
    } else others += 1
    const fault = limits.fault(
      isMutation ? 'mutation' : 'other',
      isMutation ? seen.requests : others,
    )
    if (fault !== undefined) seen.faults += 1
    if (fault === 'tooMany') refuse(response, 429)
    else if (fault === 'tooManyUntil')
      refuse(response, 429, new Date(Date.now() + 1000).toUTCString())
    else if (fault === 'serverFault') refuse(response, 503)
    else if (fault === 'dropBefore') request.socket.destroy()
    else {
      const {method = 'GET', url = '/', headers} = request
      const passed = await fetch(`${lake}${url}`, {
        method,
        headers: {
          'authorization': headers.authorization ?? '',
          'content-type': headers['content-type'] ?? 'application/json',
        },
        ...(method === 'POST' && {body: new Uint8Array(body)}),
      })
      const text = await passed.text()
      if (fault === 'dropAfter') request.socket.destroy()
      else if (fault === 'dropWithin') {
        const promised = {'content-length': Buffer.byteLength(text) + 1}
        response.writeHead(passed.status, promised).write(text, () => request.socket.destroy())
      } else response.writeHead(passed.status, {'content-type': 'application/json'}).end(text)
    }
  }

  const server = createServer((request, response) => {
    if (request.url?.includes('/data/mutate/') === true) {
      inFlight += 1
      response.once('close', () => {
        inFlight -= 1
      })
    }
    answer(request, response).catch(() => request.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function refuse(response: ServerResponse, status: 413 | 429 | 503, retryAfter = '1'): void {
  const headers = status === 429 ? {'retry-after': retryAfter} : {}
  response
    .writeHead(status, {'content-type': 'application/json', ...headers})
    .end(JSON.stringify({statusCode: status, error: 'Limit', message: `Limit ${status}`}))
}
