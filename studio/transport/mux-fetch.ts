import {parseMuxAnswer} from './mux-answer.ts'

/**
 * A `fetch` that carries every stream of server-sent events over one WebSocket, so that the six connections
 * a browser allows to a host never run out; one open document alone listens six times. Everything else goes to `ordinaryFetch`.
 *
 * A lost socket fails all streams with a `TypeError`, as a lost connection does: the client then opens them anew
 * with `Last-Event-ID`, and the next of them opens the next socket.
 *
 * @param lake - Origin of the lake, such as `http://127.0.0.1:3333`
 * @param ordinaryFetch - Answers all that is no stream
 * @param openSocket - Opens the socket; another one in tests
 */
export function createMuxFetch(
  lake: string,
  ordinaryFetch: typeof fetch,
  openSocket: (url: string) => WebSocket = (url) => new WebSocket(url),
): typeof fetch {
  const streams = new Map<number, EventStream>()
  let socket: WebSocket | undefined
  let lastStream = 0

  const failAll = (lost: WebSocket) => {
    if (socket === lost) socket = undefined
    for (const [id, stream] of streams) {
      if (stream.socket !== lost) continue
      streams.delete(id)
      stream.fail(
        new TypeError(`Cannot go on with the events of "${lake}": the connection is lost`),
      )
    }
  }

  const liveSocket = (): WebSocket => {
    if (socket !== undefined && socket.readyState <= WebSocket.OPEN) return socket
    const opened = openSocket(`${lake.replace(/^http/u, 'ws')}/__mux`)
    opened.addEventListener('message', (event: MessageEvent<unknown>) => {
      const answer = parseMuxAnswer(event.data)
      const stream = answer && streams.get(answer.id)
      if (!answer || !stream) return
      if (answer.head) stream.begin(answer.head.status, answer.head.headers)
      if (answer.chunk !== undefined) stream.push(answer.chunk)
      if (answer.end) {
        streams.delete(answer.id)
        stream.finish()
      }
    })
    opened.addEventListener('close', () => failAll(opened))
    socket = opened
    return opened
  }

  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, lake)
    if (url.origin !== lake || !isEventStream(url)) return ordinaryFetch(input, init)
    const request = new Request(input, init)
    if (request.signal.aborted) return Promise.reject(abortReason(request.signal))

    const carrier = liveSocket()
    const id = ++lastStream
    const send = (message: object) => {
      if (carrier.readyState === WebSocket.OPEN) carrier.send(JSON.stringify(message))
    }
    const stream = new EventStream(carrier, () => {
      streams.delete(id)
      send({op: 'close', id})
    })
    streams.set(id, stream)
    request.signal.addEventListener('abort', () => {
      if (!streams.delete(id)) return
      send({op: 'close', id})
      stream.fail(abortReason(request.signal))
    })

    const open = () => {
      // An abort while the socket was still opening has taken the stream out
      if (!streams.has(id)) return
      const headers = Object.fromEntries(request.headers)
      send({op: 'open', id, path: url.pathname + url.search, headers})
    }
    if (carrier.readyState === WebSocket.OPEN) open()
    else carrier.addEventListener('open', open, {once: true})
    return stream.response
  }
}

/** `/v2025-02-19/data/listen/production`, `/vX/data/live/events/production` */
function isEventStream(url: URL): boolean {
  return /^\/v[^/]{1,20}\/data\/(?:listen|live\/events)\//u.test(url.pathname)
}

function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error
    ? signal.reason
    : new DOMException('The request was aborted', 'AbortError')
}

/** The browser's half of one stream: a promise of a response whose body is fed from the socket. */
class EventStream {
  readonly response: Promise<Response>
  readonly socket: WebSocket
  readonly #encoder = new TextEncoder()
  readonly #body: ReadableStream<Uint8Array>
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  #settle: {resolve: (response: Response) => void; reject: (reason: Error) => void}

  constructor(socket: WebSocket, onCancel: () => void) {
    this.socket = socket
    const {promise, resolve, reject} = Promise.withResolvers<Response>()
    this.response = promise
    this.#settle = {resolve, reject}
    this.#body = new ReadableStream({
      start: (controller) => {
        this.#controller = controller
      },
      cancel: onCancel,
    })
  }

  begin(status: number, headers: Record<string, string>): void {
    this.#settle.resolve(new Response(this.#body, {status, headers}))
  }

  push(text: string): void {
    this.#controller?.enqueue(this.#encoder.encode(text))
  }

  finish(): void {
    this.#controller?.close()
    this.#controller = undefined
  }

  fail(reason: Error): void {
    this.#settle.reject(reason)
    this.#controller?.error(reason)
    this.#controller = undefined
  }
}
