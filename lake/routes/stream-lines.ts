/** The type of a body of JSON lines. */
export const LINES = 'application/x-ndjson; charset=utf-8'

/** How long a reader may take nothing, in milliseconds. Lines come from a snapshot, and the database's log grows while one is held. */
const PATIENCE = 60_000

/**
 * A body of JSON lines, made as fast as they are read; each ends in a line break. It is cut off when nobody reads on.
 *
 * @param patience - For tests
 */
export function streamLines(
  records: AsyncIterable<unknown>,
  patience = PATIENCE,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const iterator = records[Symbol.asyncIterator]()
  let timer: NodeJS.Timeout | undefined
  return new ReadableStream({
    async pull(controller) {
      clearTimeout(timer)
      const {done, value} = await iterator.next()
      if (done === true) {
        controller.close()
        return
      }
      timer = setTimeout(() => {
        const message = 'A reader that takes no more lines is cut off'
        controller.error(Object.assign(new Error(message), {stack: message}))
        void iterator.return?.()
      }, patience)
      timer.unref()
      controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
    },
    async cancel() {
      clearTimeout(timer)
      await iterator.return?.()
    },
  })
}
