import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'

/**
 * Answers with a file from the disk, or the part of it that `Range` asks for (players seek with it).
 *
 * @param path - An existing file; the caller has made sure that it may be sent
 * @param request - Its `Range` and method count
 * @param headers - Type, caching and policy
 */
export async function sendFile(
  path: string,
  request: Request,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const {size} = await stat(path)
  const range = readRange(request.headers.get('range'), size)
  if (range === 'unsatisfiable') {
    return new Response(null, {status: 416, headers: {'content-range': `bytes */${size}`}})
  }
  const {start, end} = range ?? {start: 0, end: size - 1}
  const answer = {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'accept-ranges': 'bytes',
      'content-length': String(end - start + 1),
      'x-content-type-options': 'nosniff',
      ...(range ? {'content-range': `bytes ${start}-${end}/${size}`} : {}),
    },
  }
  if (request.method === 'HEAD' || size === 0) return new Response(null, answer)
  return new Response(streamFile(path, start, end), answer)
}

/** One range only; what is no range, or several, is answered with the whole file, as HTTP allows. */
function readRange(
  header: string | null,
  size: number,
): {readonly start: number; readonly end: number} | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || first + last === '') return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end ? 'unsatisfiable' : {start, end}
}

function streamFile(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  const file = createReadStream(path, {start, end})
  const chunks: AsyncIterator<Uint8Array> = file[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const chunk = await chunks.next()
      if (chunk.done) controller.close()
      else controller.enqueue(chunk.value)
    },
    cancel() {
      file.destroy()
    },
  })
}
