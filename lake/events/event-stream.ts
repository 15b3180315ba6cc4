/** One server-sent event. */
export interface ServerEvent {
  readonly event?: string
  readonly id?: string
  readonly data: unknown
}

/** A stream that is open, for those who may have to end it. */
export interface OpenStream {
  /** Ends it after what is on its way */
  close(): void
  /** Resolves when it has ended, whoever ended it */
  readonly ended: Promise<void>
}

export interface EventStream extends OpenStream {
  readonly response: Response
  send(event: ServerEvent): void
  /** Sends what `formatEvent` made: many streams may share it */
  write(bytes: Uint8Array): void
  /** Resolves when the reader has taken most of what was sent, or is gone */
  taken(): Promise<void>
  isOpen(): boolean
}

/** Unread bytes after which a reader is cut off: it comes back and resumes, and until then costs nothing. */
const MAXIMUM_BACKLOG = 8 * 1024 * 1024

const HEARTBEAT_MILLISECONDS = 10_000

const CONTENT_TYPE = 'text/event-stream; charset=utf-8'

const openStreams = new WeakMap<ReadableStream, OpenStream>()

/** The event stream behind an answer, however often the answer was made anew around it; `undefined` when it is none. */
export function findEventStream(response: Response): OpenStream | undefined {
  // The server sends other answers as they are, and quicker, as long as nobody asks for their body as a stream.
  if (response.headers.get('content-type') !== CONTENT_TYPE) return undefined
  return response.body ? openStreams.get(response.body) : undefined
}

/** Opens an answer that stays open. A comment goes out at once and every ten seconds, so that nobody in between takes the line for dead. */
export function openEventStream(): EventStream {
  const {promise: ended, resolve: end} = Promise.withResolvers<void>()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let pulled = Promise.withResolvers<void>()

  const body = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started
      },
      pull() {
        pulled.resolve()
      },
      cancel() {
        stop()
      },
    },
    new ByteLengthQueuingStrategy({highWaterMark: 64 * 1024}),
  )
  const heartbeat = setInterval(() => write(encode(':\n\n')), HEARTBEAT_MILLISECONDS)
  heartbeat.unref()

  /** @returns The controller, once */
  function stop() {
    const stopped = controller
    controller = undefined
    clearInterval(heartbeat)
    end()
    return stopped
  }

  function write(bytes: Uint8Array): void {
    controller?.enqueue(bytes)
    if ((controller?.desiredSize ?? 0) >= -MAXIMUM_BACKLOG) return
    // An error throws away what waits; after an end all of it would wait on. The server prints it: one line will do.
    const message = 'A listener that does not read is cut off; it may come back and resume'
    stop()?.error(Object.assign(new Error(message), {stack: message}))
  }

  const stream = {
    ended,
    close() {
      stop()?.close()
    },
  }
  openStreams.set(body, stream)
  write(encode(':\nretry: 1000\n\n'))

  return {
    ...stream,
    response: new Response(body, {
      headers: {
        'content-type': CONTENT_TYPE,
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    }),
    send: (event) => {
      write(formatEvent(event))
    },
    write,
    async taken() {
      if ((controller?.desiredSize ?? 1) > 0) return
      pulled = Promise.withResolvers()
      await Promise.race([pulled.promise, ended])
    },
    isOpen: () => controller !== undefined,
  }
}

/** An event as it goes over the line. */
export function formatEvent({event, id, data}: ServerEvent): Uint8Array {
  const lines = [
    ...(event === undefined ? [] : [`event: ${event}`]),
    ...(id === undefined ? [] : [`id: ${id}`]),
    `data: ${JSON.stringify(data)}`,
  ]
  return encode(`${lines.join('\n')}\n\n`)
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
