import type {DocumentSource} from '../store/document-source.ts'
import {isRecord} from '../store/lake-document.ts'
import {evaluateQuery} from './evaluate-query.ts'

export interface SelectionContext {
  readonly source: DocumentSource
  readonly dataset: string
  readonly identity: string
  readonly now: () => Date
}

/**
 * The ids of the documents that a query gives, each once: what patches and deletes by query work on. What is no document is left out.
 *
 * @throws {QueryError}
 */
export async function selectIds(
  query: string,
  params: Readonly<Record<string, unknown>>,
  {now, ...context}: SelectionContext,
): Promise<readonly string[]> {
  const answer = await evaluateQuery(query, params, {...context, now: now()})
  const found = Array.isArray(answer) ? answer : [answer]
  const ids = found.flatMap((document: unknown) =>
    isRecord(document) && typeof document['_id'] === 'string' ? [document['_id']] : [],
  )
  return [...new Set(ids)]
}
