import {once} from 'node:events'
import {createServer} from 'node:http'

import {explainListenError} from './explain-listen-error.ts'

/** Seconds after which one may ask again. */
const RETRY_AFTER = 5

/** How long requests may take to finish when the port is let go, in milliseconds. */
const FAREWELL = 1000

/**
 * Holds the port of a lake that is not ready yet: every request gets a 503 with a sentence, which clients try again by themselves, and a page in a browser loads
 * itself anew.
 *
 * @param sentence - What the lake is at, asked for each request
 * @returns Lets the port go
 * @throws Error when the port is taken or not allowed; the message says the way out
 */
export async function serveWaiting(
  {port, host}: {readonly port: number; readonly host: string},
  sentence: () => string,
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const message = sentence()
    const isPage = request.headers.accept?.includes('text/html') === true
    response.writeHead(503, {
      'content-type': isPage ? 'text/plain; charset=utf-8' : 'application/json',
      'cache-control': 'no-store',
      'connection': 'close',
      'retry-after': String(RETRY_AFTER),
      ...(isPage && {refresh: String(RETRY_AFTER)}),
    })
    response.end(
      isPage ? message : JSON.stringify({statusCode: 503, error: 'Service Unavailable', message}),
    )
  })
  server.listen(port, host.replace(/^\[|\]$/gu, ''))
  try {
    await once(server, 'listening')
  } catch (error) {
    throw explainListenError(error, host, port)
  }
  return async () => {
    server.close()
    const cut = setTimeout(() => server.closeAllConnections(), FAREWELL)
    await once(server, 'close')
    clearTimeout(cut)
  }
}
