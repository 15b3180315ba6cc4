/** A query that cannot be answered; `start` and `end` mark the fault in it, in UTF-16 code units. */
export class QueryError extends SyntaxError {
  override readonly name = 'QueryError'
  readonly type: 'queryParseError' | 'queryEvaluationError'
  readonly query: string
  readonly start: number
  readonly end: number

  constructor(
    type: QueryError['type'],
    {message, query, start = 0, end = query.length, cause}: QueryFault,
  ) {
    super(message, {cause})
    this.type = type
    this.query = query
    this.start = start
    this.end = end
  }
}

export interface QueryFault {
  readonly message: string
  readonly query: string
  readonly start?: number
  readonly end?: number
  readonly cause?: unknown
}
