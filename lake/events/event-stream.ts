/** One server-sent event. */
export interface ServerEvent {
  readonly event?: string
  readonly id?: string
  readonly data: unknown
}

export interface EventStream {
  readonly response: Response
  send(event: ServerEvent): void
  close(): void
}

/** Unread bytes after which a reader is cut off: it comes back and resumes, and until then costs nothing. */
const MAXIMUM_BACKLOG = 8 * 1024 * 1024

const HEARTBEAT_MILLISECONDS = 10_000

/**
 * Opens an answer that stays open. A comment goes out at once and every ten seconds, so that nobody in between takes the line for dead.
 *
 * @param onClose - Called once, when the reader has gone, was cut off, or `close()` was called
 */
export function openEventStream(onClose: () => void): EventStream {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let closed = false

  function end(): void {
    if (closed) return
    closed = true
    clearInterval(heartbeat)
    onClose()
  }

  function close(): void {
    if (closed) return
    end()
    controller?.close()
  }

  function write(text: string): void {
    if (closed || !controller) return
    controller.enqueue(encoder.encode(text))
    if ((controller.desiredSize ?? 0) < -MAXIMUM_BACKLOG) close()
  }

  const body = new ReadableStream<Uint8Array>(
    {
      start(started) {
        controller = started
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({highWaterMark: 64 * 1024}),
  )
  const heartbeat = setInterval(write, HEARTBEAT_MILLISECONDS, ':\n\n')
  heartbeat.unref()
  write(':\nretry: 1000\n\n')

  return {
    response: new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    }),
    send({event, id, data}) {
      const lines = [
        ...(event === undefined ? [] : [`event: ${event}`]),
        ...(id === undefined ? [] : [`id: ${id}`]),
        `data: ${JSON.stringify(data)}`,
      ]
      write(`${lines.join('\n')}\n\n`)
    },
    close,
  }
}
