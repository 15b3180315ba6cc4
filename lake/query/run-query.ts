import {evaluateQuery, type EvaluationContext} from './evaluate-query.ts'
import {openView, type ViewOptions} from './open-view.ts'

/** Answers a query for a caller in a perspective, over what the connection sees. */
export function runQuery(
  query: string,
  params: Readonly<Record<string, unknown>>,
  {
    now,
    maximumMilliseconds,
    ...view
  }: ViewOptions & Pick<EvaluationContext, 'now' | 'maximumMilliseconds'>,
): Promise<unknown> {
  return evaluateQuery(query, params, {
    source: openView(view),
    dataset: view.dataset,
    identity: view.caller.type === 'user' ? view.caller.userId : '<anonymous>',
    now,
    ...(maximumMilliseconds !== undefined && {maximumMilliseconds}),
  })
}
