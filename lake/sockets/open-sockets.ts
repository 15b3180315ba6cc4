import type {IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'

import type {ServerType} from '@hono/node-server'
import {type WebSocket, WebSocketServer} from 'ws'

import {judgeApproach, type NetworkPolicy} from '../access/network-guard.ts'
import {carryStreams} from './mux.ts'
import type {PresenceRooms} from './presence.ts'

/** What the sockets hang on. */
export interface SocketOptions {
  readonly server: ServerType
  readonly fetch: (request: Request) => Promise<Response>
  readonly presence: PresenceRooms
  readonly policy: () => NetworkPolicy
}

const PRESENCE = /^\/v[0-9X][0-9-]{0,12}\/socket\/(?<dataset>[a-z0-9][a-z0-9_-]{0,63})$/u
/** How often a silent socket is asked whether anyone is there, in milliseconds. */
const HEARTBEAT = 30_000

/**
 * Whether a request that would like another protocol gets it. Java's client and `curl --http2` offer HTTP/2 beside every request, and go on in HTTP/1.1 when nobody takes the offer up.
 */
export function isSocketRequest({headers}: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket'
}

/** Takes WebSockets in at `/__mux` and `/v…/socket/<dataset>`; the same guard stands before them as before requests. */
export function openSockets({server, fetch, presence, policy}: SocketOptions): {close(): void} {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: 256 * 1024,
    perMessageDeflate: false,
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const verdict = judgeApproach(approachOf(request, path), policy())
    if (verdict.type !== 'own') {
      const message = verdict.type === 'refused' ? verdict.message : 'Refused'
      refuse(socket, '403 Forbidden', message)
      return
    }
    const dataset = PRESENCE.exec(path)?.groups?.dataset
    if (path !== '/__mux' && dataset === undefined) {
      refuse(socket, '404 Not Found', `No socket is at ${path}`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      keepAlive(opened)
      if (dataset === undefined) carryStreams(opened, {fetch})
      else presence.join(dataset, opened)
    })
  })

  return {
    close() {
      for (const client of sockets.clients) {
        client.close(1001, 'The lake is closing')
        client.terminate()
      }
      sockets.close()
    },
  }
}

function approachOf({headers, method}: IncomingMessage, path: string) {
  const one = (name: string): string | undefined => {
    const value = headers[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    method: method ?? 'GET',
    path,
    host: headers.host,
    origin: headers.origin,
    fetchSite: one('sec-fetch-site'),
    fetchMode: one('sec-fetch-mode'),
    hasToken: headers.authorization !== undefined,
  }
}

/** Cuts a socket whose other end has gone without a word. */
function keepAlive(socket: WebSocket): void {
  let isAlive = true
  const timer = setInterval(() => {
    if (!isAlive) socket.terminate()
    isAlive = false
    socket.ping()
  }, HEARTBEAT)
  timer.unref()
  socket.on('pong', () => {
    isAlive = true
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => clearInterval(timer))
}

function refuse(socket: Duplex, status: string, message: string): void {
  const statusCode = Number(status.slice(0, 3))
  const body = JSON.stringify({statusCode, error: status.slice(4), message})
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}
