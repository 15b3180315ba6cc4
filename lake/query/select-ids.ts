import {isRecord} from '../store/lake-document.ts'
import {evaluateQuery, type EvaluationContext} from './evaluate-query.ts'

/**
 * The ids of the documents that a query gives, each once: what patches and deletes by query work on. What is no document is left out.
 *
 * @throws {QueryError}
 */
export async function selectIds(
  query: string,
  params: Readonly<Record<string, unknown>>,
  context: EvaluationContext,
): Promise<readonly string[]> {
  const answer = await evaluateQuery(query, params, context)
  const found = Array.isArray(answer) ? answer : [answer]
  const ids = found.flatMap((document: unknown) =>
    isRecord(document) && typeof document['_id'] === 'string' ? [document['_id']] : [],
  )
  return [...new Set(ids)]
}
