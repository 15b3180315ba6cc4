import type {ContentfulStatusCode} from 'hono/utils/http-status'

/** Codes by which the Studio knows that a session is gone: it signs out and keeps the edits. */
export type SessionErrorCode = 'SIO-401-ANF' | 'SIO-401-AEX'

/**
 * A request that is refused with a sentence. The lake turns it into an answer in the hosted lake's shape,
 * `{statusCode, error, message, errorCode?}`.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: ContentfulStatusCode
  readonly errorCode: SessionErrorCode | undefined

  /**
   * @param status - HTTP status. The Studio throws an edit away on most 4xx: a passing fault must be a 5xx
   * @param message - What was refused, and the way out
   * @param errorCode - Only for a session that is no more
   */
  constructor(status: ContentfulStatusCode, message: string, errorCode?: SessionErrorCode) {
    super(message)
    this.status = status
    this.errorCode = errorCode
  }
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
}

/** The answer to a refused request, as JSON. */
export function problemResponse(problem: Problem): Response {
  return Response.json(
    {
      statusCode: problem.status,
      error: REASONS[problem.status] ?? 'Error',
      message: problem.message,
      ...(problem.errorCode === undefined ? {} : {errorCode: problem.errorCode}),
    },
    {status: problem.status, headers: {'cache-control': 'no-store'}},
  )
}
