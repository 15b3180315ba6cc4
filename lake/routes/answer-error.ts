import type {Context} from 'hono'

import {ActionError} from '../actions/action-error.ts'
import {MutationError} from '../mutations/mutation-error.ts'
import {QueryError} from '../query/query-error.ts'
import {explainStoreError, isSqliteError, StoreError} from '../store/store-error.ts'
import {RequestError} from './request-error.ts'

const NAMES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Payload Too Large',
} as const

/**
 * Answers an error in the shape that Sanity's clients read. A passing fault of the disk is a 503: only with a 5xx does the Studio keep the edit and try again.
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
  if (error instanceof RequestError) {
    const {statusCode, message, errorCode} = error
    return c.json(
      {statusCode, error: NAMES[statusCode], message, ...(errorCode !== undefined && {errorCode})},
      statusCode,
    )
  }
  if (error instanceof StoreError || isSqliteError(error)) {
    const {message} = explainStoreError(error, 'Cannot use the lake')
    return c.json({statusCode: 503, error: 'Service Unavailable', message}, 503)
  }
  return c.json({statusCode: 500, error: 'Internal Server Error', message: error.message}, 500)
}
