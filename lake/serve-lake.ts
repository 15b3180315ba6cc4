import {randomBytes} from 'node:crypto'
import {once} from 'node:events'
import type {AddressInfo} from 'node:net'

import {createAdaptorServer} from '@hono/node-server'

import {guardFetch} from './access/guard-fetch.ts'
import {findEventStream, type OpenStream} from './events/event-stream.ts'
import {explainListenError} from './explain-listen-error.ts'
import type {Lake} from './lake.ts'
import {INSTANCE, removeNote, writeNote} from './running-lake.ts'
import {isSocketRequest, openSockets} from './sockets/open-sockets.ts'

/** A lake that answers on a port. */
export interface ServedLake {
  /** Where this machine reaches it, such as `http://127.0.0.1:3333` */
  readonly url: string
  readonly port: number
  /** What the person who starts it must know: it can be reached from elsewhere */
  readonly notice?: string
  /** Ends streams and sockets, lets other requests finish, and frees the port. The lake itself stays open */
  readonly close: () => Promise<void>
}

/** How long requests may take to finish when the server closes, in milliseconds. */
const FAREWELL = 3000

/** How often the lake looks for what is due, in milliseconds. */
const DUE_INTERVAL = 500

/**
 * Serves a lake over HTTP and WebSocket, and notes it in `<data>/lake.json` for other commands.
 *
 * @param options.port - 0 takes any free one
 * @param options.host - Address to listen on. On any but loopback every request needs a token
 * @throws Error when the port is taken or not allowed; the message says the way out
 */
export async function serveLake(
  lake: Lake,
  {port: wanted, host}: {readonly port: number; readonly host: string},
): Promise<ServedLake> {
  const instance = randomBytes(12).toString('base64url')
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/u.test(host)
  // A stream of events has no end of its own: it ends when the server does.
  const streams = new Set<OpenStream>()
  const policy = {port: wanted, isLoopback, isAddedOrigin: lake.isAddedOrigin}
  const answer = (request: Request) => lake.fetch(request, {needsToken: !isLoopback})
  const guarded = guardFetch(answer, () => policy)

  const server = createAdaptorServer({
    fetch: async (request, {outgoing}) => {
      outgoing.setHeader(INSTANCE, instance)
      const response = await guarded(request)
      const stream = findEventStream(response)
      if (stream) {
        streams.add(stream)
        void stream.ended.then(() => streams.delete(stream))
      }
      return response
    },
    serverOptions: {shouldUpgradeCallback: isSocketRequest},
  })
  const sockets = openSockets({
    server,
    fetch: answer,
    presence: lake.presence,
    policy: () => policy,
  })

  server.listen(wanted, host.replace(/^\[|\]$/gu, ''))
  try {
    await once(server, 'listening')
  } catch (error) {
    sockets.close()
    throw explainListenError(error, host, wanted)
  }
  const {port} = readAddress(server.address())
  policy.port = port
  const url = `http://${isLoopback ? bracketed(host) : '127.0.0.1'}:${port}`
  writeNote(lake.dataDirectory, {url, pid: process.pid, instance})

  const endSchedule = repeat(lake.publishDue)

  return {
    url,
    port,
    ...(isLoopback
      ? {}
      : {
          notice: `This lake listens on ${host}: other machines can reach it, so every request needs a token, reading too`,
        }),
    async close() {
      await endSchedule()
      removeNote(lake.dataDirectory, instance)
      sockets.close()
      for (const stream of streams) stream.close()
      server.close()
      // A connection whose stream has just ended is idle a moment later, and the browser would keep it.
      const sweep = setInterval(() => {
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }, 20)
      const cut = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections()
      }, FAREWELL)
      await once(server, 'close')
      clearInterval(sweep)
      clearTimeout(cut)
    },
  }
}

/** Does something at once and again and again, never twice at a time. @returns Ends it, when the last time is done */
function repeat(act: () => Promise<void>): () => Promise<void> {
  let running = act()
  let isIdle = false
  const rest = (): void => {
    isIdle = true
  }
  running.then(rest, rest)
  const timer = setInterval(() => {
    if (!isIdle) return
    isIdle = false
    running = act()
    running.then(rest, rest)
  }, DUE_INTERVAL)
  return async () => {
    clearInterval(timer)
    await running
  }
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

function readAddress(address: AddressInfo | string | null): AddressInfo {
  if (address !== null && typeof address === 'object') return address
  throw new TypeError(`Cannot tell the port of "${String(address)}"`)
}
