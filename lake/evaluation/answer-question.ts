import type {DatabaseSync} from 'node:sqlite'

import {parseListenerFilter} from '../events/listener-filter.ts'
import {runQuery} from '../query/run-query.ts'
import {selectIds} from '../query/select-ids.ts'
import {createDocumentRows} from '../store/document-rows.ts'
import {overlayDocuments} from '../store/overlay-documents.ts'
import {startSnapshot} from '../store/snapshots.ts'
import type {Question} from './question.ts'

/**
 * Answers a question over a snapshot of what the connection sees.
 *
 * @param connection - Reads only, with no transaction open
 * @returns As `Evaluator.answer`
 * @throws {QueryError}
 */
export async function answerQuestion(
  connection: DatabaseSync,
  question: Question,
): Promise<Uint8Array<ArrayBuffer>> {
  startSnapshot(connection)
  try {
    return Buffer.from(JSON.stringify(await evaluate(connection, question)))
  } finally {
    if (connection.isOpen) connection.exec('ROLLBACK')
  }
}

function evaluate(connection: DatabaseSync, question: Question): Promise<unknown> {
  const {query, params, dataset, milliseconds: maximumMilliseconds} = question
  const now = new Date(question.now)
  switch (question.type) {
    case 'query': {
      const {caller, perspective} = question
      return runQuery(query, params, {
        connection,
        dataset,
        caller,
        perspective,
        now,
        maximumMilliseconds,
      })
    }
    case 'select': {
      const stored = createDocumentRows(connection, dataset)
      const source = overlayDocuments(stored, question.touched)
      const {identity} = question
      return selectIds(query, params, {source, dataset, now, identity, maximumMilliseconds})
    }
    case 'match': {
      const {matches} = parseListenerFilter(query, params)
      return Promise.all(question.documents.map(matches))
    }
    default:
      return question
  }
}
