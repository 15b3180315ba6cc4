import {QueryError} from './query-error.ts'

/**
 * Works on a query's tree, node within node.
 *
 * @throws {QueryError} the query nests deeper than the stack reaches: its fault, not the lake's
 */
export function withinDepth<Result>(query: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const message = `Cannot read the query: ${error.message}; nest less`
    throw new QueryError('queryParseError', {message, query, cause: error})
  }
}
