import type {WebSocket} from 'ws'

import {isRecord} from '../store/lake-document.ts'
import {messageText, parseJson} from './message.ts'

/** Only streams of events travel this way; everything else has HTTP. */
const STREAM =
  /^\/v[0-9X][0-9-]{0,12}\/data\/(?:listen|live\/events)\/[^/?]{1,200}(?:\?.{0,100000})?$/su
/** What a stream's request may say; the rest of the browser's headers does not matter to it. */
const HEADERS = ['authorization', 'accept', 'last-event-id'] as const
const MOST_STREAMS = 250

/** What a mux needs to answer. */
export interface MuxOptions {
  /** The lake's own `fetch`; a stream is an ordinary request to it */
  readonly fetch: (request: Request) => Promise<Response>
  /** Bytes that may wait for a slow browser before its socket is cut; it then reconnects and resumes */
  readonly mostWaiting?: number
}

/**
 * Carries streams of server-sent events over one WebSocket, because a browser allows six HTTP/1.1 connections to a host and one open document holds six streams.
 *
 * In: `{op: 'open', id, path, headers}`, `{op: 'close', id}`. Out: `{id, head: {status, headers}}`, `{id, chunk}`, `{id, end: 1}`.
 */
export function carryStreams(socket: WebSocket, options: MuxOptions): void {
  const {fetch, mostWaiting = 16 * 1024 * 1024} = options
  const streams = new Map<number, AbortController>()
  const endAll = (): void => {
    for (const controller of streams.values()) controller.abort()
    streams.clear()
  }
  const send = (message: object): void => {
    if (socket.readyState !== socket.OPEN) return
    socket.send(JSON.stringify(message))
    if (socket.bufferedAmount > mostWaiting) {
      endAll()
      socket.terminate()
    }
  }

  const open = async (id: number, path: string, headers: Headers): Promise<void> => {
    const controller = new AbortController()
    streams.set(id, controller)
    const {signal} = controller
    try {
      const response = await fetch(new Request(`http://localhost${path}`, {headers, signal}))
      send({id, head: {status: response.status, headers: Object.fromEntries(response.headers)}})
      await pump(response.body, signal, (chunk) => send({id, chunk}))
    } catch (error) {
      if (!signal.aborted) {
        send({id, head: {status: 500, headers: {'content-type': 'text/plain'}}})
        send({id, chunk: `Cannot open stream "${path}": ${String(error)}`})
      }
    } finally {
      if (streams.get(id) === controller) streams.delete(id)
      if (!signal.aborted) send({id, end: 1})
    }
  }

  socket.on('message', (data) => {
    const message = readMessage(messageText(data))
    if (message === undefined || (message.op === 'open' && streams.has(message.id))) {
      socket.close(1008, 'Not a message of this lake')
      return
    }
    if (message.op === 'close') {
      streams.get(message.id)?.abort()
      streams.delete(message.id)
    } else if (streams.size >= MOST_STREAMS) {
      socket.close(1008, `More than ${MOST_STREAMS} streams`)
    } else {
      void open(message.id, message.path, message.headers)
    }
  })
  socket.on('close', endAll)
}

/** Reads a body to its end, or until the signal; text may be cut anywhere, characters may not. */
async function pump(
  body: ReadableStream<Uint8Array> | null,
  signal: AbortSignal,
  push: (chunk: string) => void,
): Promise<void> {
  const reader = body?.getReader()
  if (reader === undefined) return
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), {once: true})
  const decoder = new TextDecoder()
  for (;;) {
    const {done, value} = await reader.read()
    if (done || signal.aborted) return
    const chunk = decoder.decode(value, {stream: true})
    if (chunk !== '') push(chunk)
  }
}

type MuxMessage =
  | {readonly op: 'open'; readonly id: number; readonly path: string; readonly headers: Headers}
  | {readonly op: 'close'; readonly id: number}

function readMessage(text: string): MuxMessage | undefined {
  const message = parseJson(text)
  if (!isRecord(message) || typeof message.id !== 'number') return undefined
  const {op, id, path, headers} = message
  if (op === 'close') return {op, id}
  if (op !== 'open' || typeof path !== 'string' || !STREAM.test(path)) return undefined
  const read = readHeaders(headers)
  return read && {op, id, path, headers: read}
}

/** A header that cannot be sent makes the message none: left out, a token that nobody can read would pass as "anonymous". */
function readHeaders(given: unknown): Headers | undefined {
  const headers = new Headers()
  if (!isRecord(given)) return headers
  for (const name of HEADERS) {
    const value = given[name]
    if (value === undefined) continue
    if (typeof value !== 'string' || !/^[\t\x20-\x7E\x80-\xFF]{0,4000}$/u.test(value)) {
      return undefined
    }
    headers.set(name, value)
  }
  return headers
}
