/** The type of a body of JSON lines. */
export const LINES = 'application/x-ndjson; charset=utf-8'

/** A body of JSON lines, made as fast as they are read; each ends in a line break. */
export function streamLines(
  records: AsyncIterable<unknown>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const iterator = records[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const {done, value} = await iterator.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
