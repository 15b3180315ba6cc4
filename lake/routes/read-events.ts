/** One server-sent event as a test reads it. */
export interface ReceivedEvent {
  readonly event: string
  readonly id: string | undefined
  readonly data: Readonly<Record<string, unknown>>
}

/** Reads server-sent events one by one from an open answer, for tests. */
export function readEvents(response: Response) {
  const reader = (response.body ?? new ReadableStream()).getReader()
  const decoder = new TextDecoder()
  let buffered = ''

  async function next(): Promise<ReceivedEvent> {
    for (;;) {
      const end = buffered.indexOf('\n\n')
      if (end < 0) {
        const {done, value} = await reader.read()
        if (done) throw new Error('The stream has ended')
        buffered += decoder.decode(value, {stream: true})
        continue
      }
      const block = buffered.slice(0, end)
      buffered = buffered.slice(end + 2)
      const event = parseBlock(block)
      if (event) return event
    }
  }

  return {
    next,
    async take(count: number): Promise<readonly ReceivedEvent[]> {
      const events: ReceivedEvent[] = []
      while (events.length < count) events.push(await next())
      return events
    },
    close: () => reader.cancel(),
  }
}

function parseBlock(block: string): ReceivedEvent | undefined {
  const fields = new Map<string, string>()
  for (const line of block.split('\n')) {
    const colon = line.indexOf(': ')
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 2))
  }
  const data = fields.get('data')
  if (data === undefined) return undefined
  return {event: fields.get('event') ?? 'message', id: fields.get('id'), data: JSON.parse(data)}
}
