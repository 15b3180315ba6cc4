import {QueryError} from '../query/query-error.ts'
import {isRecord} from '../store/lake-document.ts'
import {
  explainStoreError,
  isSqliteError,
  StoreError,
  type StoreFault,
} from '../store/store-error.ts'
import type {Question} from './question.ts'

/** What an evaluator's process sends back: plain data, for errors lose their class on the way. */
export type Reply =
  | {readonly type: 'answer'; readonly json: Uint8Array<ArrayBuffer>}
  | {
      readonly type: 'queryError'
      readonly error: Pick<QueryError, 'type' | 'message' | 'query' | 'start' | 'end'>
    }
  | {readonly type: 'storeError'; readonly reason: StoreFault; readonly message: string}
  | {readonly type: 'error'; readonly message: string}

/** Puts what was thrown into a form that travels. */
export function writeFault(error: unknown): Reply {
  if (error instanceof QueryError) {
    const {type, message, query, start, end} = error
    return {type: 'queryError', error: {type, message, query, start, end}}
  }
  if (error instanceof StoreError || isSqliteError(error)) {
    const {reason, message} = explainStoreError(error, 'Cannot use the lake')
    return {type: 'storeError', reason, message}
  }
  return {type: 'error', message: error instanceof Error ? error.message : String(error)}
}

/** @throws {Error} what `writeFault` was given */
export function readReply(reply: Reply): Uint8Array<ArrayBuffer> {
  switch (reply.type) {
    case 'answer':
      return reply.json
    case 'queryError':
      throw new QueryError(reply.error.type, reply.error)
    case 'storeError':
      throw new StoreError(reply.reason, reply.message)
    case 'error':
      throw new Error(reply.message)
    default:
      return reply
  }
}

/** Tells a message of the lake from anything else; both ends are the same program, so the type says the rest. */
export function isQuestion(message: unknown): message is Question {
  return isRecord(message) && ['query', 'select', 'match'].some((type) => message['type'] === type)
}

/** The same for the way back. */
export function isReply(message: unknown): message is Reply {
  return (
    isRecord(message) &&
    ['answer', 'queryError', 'storeError', 'error'].some((type) => message['type'] === type)
  )
}
