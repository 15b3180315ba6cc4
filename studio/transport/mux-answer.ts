import {isFields} from '../../schemas/rules/narrow.ts'

/** What the lake sends over the multiplexing socket about one stream. Each message has one of `head`, `chunk`, `end`. */
export interface MuxAnswer {
  readonly id: number
  readonly head?: {readonly status: number; readonly headers: Record<string, string>}
  /** Text of server-sent events, cut anywhere */
  readonly chunk?: string
  readonly end?: true
}

/** Reads a socket message; `undefined` for anything that is no answer about a stream. */
export function parseMuxAnswer(data: unknown): MuxAnswer | undefined {
  if (typeof data !== 'string') return undefined
  const message: unknown = JSON.parse(data)
  if (!isFields(message) || typeof message['id'] !== 'number') return undefined
  const {id, head, chunk, end} = message
  if (isFields(head) && typeof head['status'] === 'number') {
    return {id, head: {status: head['status'], headers: readHeaders(head['headers'])}}
  }
  if (typeof chunk === 'string') return {id, chunk}
  if (end) return {id, end: true}
  return undefined
}

function readHeaders(headers: unknown): Record<string, string> {
  if (!isFields(headers)) return {}
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}
