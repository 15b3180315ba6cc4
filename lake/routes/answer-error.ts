import type {Context} from 'hono'

import {ActionError} from '../actions/action-error.ts'
import {BusyError} from '../evaluation/busy-error.ts'
import {MutationError} from '../mutations/mutation-error.ts'
import {Problem, problemResponse} from '../problem.ts'
import {QueryError} from '../query/query-error.ts'
import {explainStoreError, isSqliteError, StoreError} from '../store/store-error.ts'

/**
 * Answers an error in the shape that Sanity's clients read. A passing fault of the disk is a 503: only with a 5xx does the Studio keep the edit and try again.
 *
 * @throws {Error} what it does not know: whoever serves these routes reports it and answers 500
 */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof MutationError || error instanceof ActionError) {
    const {statusCode, fault, index} = error
    const type = error instanceof ActionError ? 'actionError' : 'mutationError'
    const description = `The ${error instanceof ActionError ? 'action' : 'mutation'}(s) failed: ${fault.description}`
    return c.json(
      {error: {type, description, items: [{index, error: fault}]}, statusCode},
      statusCode,
    )
  }
  if (error instanceof QueryError) {
    const {type, message: description, query, start, end} = error
    return c.json({error: {type, description, query, start, end}, statusCode: 400}, 400)
  }
  if (error instanceof BusyError) {
    const answer = problemResponse(new Problem(429, error.message))
    answer.headers.set('retry-after', '1')
    return answer
  }
  if (error instanceof Problem) return problemResponse(error)
  if (error instanceof StoreError || isSqliteError(error)) {
    const {message} = explainStoreError(error, 'Cannot use the lake')
    return problemResponse(new Problem(503, message))
  }
  throw error
}
