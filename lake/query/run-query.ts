import {collectSyncTags} from '../events/sync-tags.ts'
import {evaluateQuery, type EvaluationContext} from './evaluate-query.ts'
import {openView, type ViewOptions} from './open-view.ts'

export interface QueryAnswer {
  readonly result: unknown
  /** Changes of documents that can alter the result name one of these */
  readonly syncTags: readonly string[]
}

/** Answers a query for a caller in a perspective, over what the connection sees. */
export async function runQuery(
  query: string,
  params: Readonly<Record<string, unknown>>,
  {
    now,
    maximumMilliseconds,
    ...view
  }: ViewOptions & Pick<EvaluationContext, 'now' | 'maximumMilliseconds'>,
): Promise<QueryAnswer> {
  const {dataset, caller} = view
  const collector = collectSyncTags(dataset)
  const result = await evaluateQuery(query, params, {
    source: openView(view),
    dataset,
    identity: caller.type === 'user' ? caller.userId : '<anonymous>',
    now,
    onRead: collector.add,
    ...(maximumMilliseconds !== undefined && {maximumMilliseconds}),
  })
  return {result: result ?? null, syncTags: collector.tags()}
}
