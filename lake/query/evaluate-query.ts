import {evaluate, evaluateSync} from 'groq-js'

import {timeLimits, tooSlow} from '../evaluation/question.ts'
import type {Candidates, DocumentSource, WalkedDocument} from '../store/document-source.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import {sameKey, sortKey} from '../store/sort-key.ts'
import {and, value} from './build-nodes.ts'
import {explainRefusal} from './functions/explain-refusal.ts'
import {answerOwnFunction} from './functions/own-functions.ts'
import {createTextGatherer} from './gather-text.ts'
import {planQuery, type QueryPlan} from './plan-query.ts'
import {QueryError} from './query-error.ts'
import type {RarityOf} from './rewrite-text-query.ts'
import type {Enough, SourceRequest} from './source-request.ts'
import type {SyntaxNode} from './syntax-tree.ts'
import {withinDepth} from './within-depth.ts'

export interface EvaluationContext {
  readonly source: DocumentSource
  readonly dataset: string
  readonly projectId?: string
  /** What `identity()` gives */
  readonly identity: string
  /** What `now()` gives */
  readonly now: Date
  /** Longest time that reading documents may go on; that of queries unless told */
  readonly maximumMilliseconds?: number
  /** Hears of what is asked of the source: a query's answer is another only when documents that meet, or come to meet, one of these have changed */
  readonly onRead?: (candidates: Candidates) => void
}

/** Documents that a query refers to and that are held until it is answered. */
const MOST_REFERRED = 500

/**
 * Answers a query: groq-js gives the meaning, the source gives for each `*` the documents that can matter.
 * Equal to groq-js over an array of all documents of the source, sorted by `_id`. The thread does nothing else meanwhile.
 *
 * @throws {QueryError}
 */
export async function evaluateQuery(
  query: string,
  params: Readonly<Record<string, unknown>>,
  context: EvaluationContext,
): Promise<unknown> {
  const plan = withinDepth(query, () => planQuery(query, params, readRarity(context)))
  try {
    return await evaluatePlan(plan, params, context)
  } catch (error) {
    if (!(error instanceof Error) || 'errcode' in error) throw error
    const message = explainRefusal(error.message, plan.parsed)
    throw new QueryError('queryEvaluationError', {message, query, cause: error})
  }
}

/** Every document has a say in how rare a word is. */
function readRarity({source: {rarityOf}, onRead}: EvaluationContext): RarityOf | undefined {
  return (
    rarityOf &&
    ((pattern) => {
      onRead?.({})
      return rarityOf(pattern)
    })
  )
}

async function evaluatePlan(
  {tree, searched, isAsync, isFixed, openRequests}: QueryPlan,
  params: Readonly<Record<string, unknown>>,
  context: EvaluationContext,
): Promise<unknown> {
  const {source, dataset, projectId = 'wiredesk', identity, now, onRead} = context
  const {maximumMilliseconds = timeLimits.query} = context
  const deadline = performance.now() + maximumMilliseconds
  const requestOf = openRequests(params)
  const gather = searched && createTextGatherer(searched)
  const options = {
    dataset: [],
    params: {...params},
    identity,
    timestamp: now,
    sanity: {projectId, dataset},
    dereference({_ref: reference}: {readonly _ref: string}) {
      const known = referred.get(reference)
      if (known) return known
      const own = answerOwnFunction(reference)
      if (own) return own.value
      const request = requestOf(reference)
      onRead?.(request?.candidates ?? {ids: [reference]})
      if (!request) return refer(reference)
      if (fault) return []
      try {
        watch()
        const found = answers.get(reference) ?? answer(request)
        if (isFixed(reference)) answers.set(reference, found)
        return found
      } catch (error) {
        fault = error instanceof Error ? error : new Error(String(error))
        return []
      }
    },
  }
  /** What references led to: a card asks for a contributor once for each of its attributes */
  const referred = new Map<string, LakeDocument>()
  /** To what no outer document has a say in, such as the inner `*` of `_id in *[…]`: it is asked once, not for each document */
  const answers = new Map<string, number | readonly LakeDocument[]>()
  /** Kept, not thrown: where groq-js works with promises, it may have turned away from this one, and nobody would catch it */
  let fault: Error | undefined
  const result: unknown = isAsync
    ? await (await evaluate(tree, options)).get()
    : evaluateSync(tree, options).data
  if (fault) throw fault
  return result

  function refer(id: string): LakeDocument | undefined {
    const document = prepare(source.get(id))
    if (document && referred.size < MOST_REFERRED) referred.set(id, document)
    return document
  }
  function prepare(document: LakeDocument | undefined) {
    return document && gather ? gather(document) : document
  }
  function answer(request: SourceRequest): number | readonly LakeDocument[] {
    const {candidates, enough, counted, countable} = request
    if (counted) return (countable && source.count?.(countable)) ?? countAll(request)
    const walked = enough && source.walk?.(candidates, enough.order, enough.count)
    return walked ? readEnough(walked, request.filters, enough) : [...readAll(request)]
  }
  function countAll(request: SourceRequest): number {
    let count = 0
    for (const _ of readAll(request)) count++
    return count
  }
  function* readAll({candidates, filters}: SourceRequest): Iterable<LakeDocument> {
    const condition = allOf(filters)
    for (const stored of source.scan(candidates)) {
      watch()
      const document = prepare(stored)
      if (document && passes(document, condition)) yield document
    }
  }
  /** The first documents of an order, with all that may stand beside the last of them; sorted by `_id`, for groq-js orders them itself. */
  function readEnough(
    walked: Iterable<WalkedDocument>,
    filters: readonly SyntaxNode[],
    {count, tiesById, value: ownPlace}: Enough,
  ): readonly LakeDocument[] {
    const condition = allOf(filters)
    const found: LakeDocument[] = []
    let last = -1
    for (const {document: stored, key, group, sorted} of walked) {
      const ended = (sorted && tiesById) || group !== last
      if (found.length >= count && ended) break
      last = group
      watch()
      const document = prepare(stored)
      if (!document || !passes(document, condition)) continue
      // It is met by each of its values, and counts by the one that orders it.
      if (key && ownPlace && !sameKey(key, sortKey(evaluateOn(document, ownPlace)))) continue
      found.push(document)
    }
    return found.toSorted((left, right) => (left._id < right._id ? -1 : 1))
  }
  function watch(): void {
    if (performance.now() < deadline) return
    throw new RangeError(tooSlow(maximumMilliseconds))
  }
  function passes(document: unknown, condition: SyntaxNode): boolean {
    return evaluateOn(document, condition) === true
  }
  function evaluateOn(document: unknown, expression: SyntaxNode): unknown {
    return evaluateSync(expression, {...options, root: document}).data
  }
}

function allOf(filters: readonly SyntaxNode[]): SyntaxNode {
  const [first = value(true), ...others] = filters
  return others.reduce(and, first)
}
