import {randomUUID} from 'node:crypto'
import {setImmediate} from 'node:timers/promises'

import {evaluate} from 'groq-js'

import type {Candidates, DocumentSource, WalkedDocument} from '../store/document-source.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import {withText} from './gather-text.ts'
import {parseQuery} from './parse-query.ts'
import {QueryError} from './query-error.ts'
import {rewriteSources} from './rewrite-sources.ts'
import {rewriteTextQuery} from './rewrite-text-query.ts'
import type {Enough, SourceRequest} from './source-request.ts'
import type {SyntaxNode} from './syntax-tree.ts'

export interface EvaluationContext {
  readonly source: DocumentSource
  readonly dataset: string
  readonly projectId?: string
  /** What `identity()` gives */
  readonly identity: string
  /** What `now()` gives */
  readonly now: Date
  /** Longest time that reading documents may go on; a minute unless told */
  readonly maximumMilliseconds?: number
}

const MAXIMUM_MILLISECONDS = 60_000

/** Places of an index after which others get their turn. */
const PAUSE = 200

/**
 * Answers a query: groq-js gives the meaning, the source gives for each `*` the documents that can matter.
 * Equal to groq-js over an array of all documents of the source, sorted by `_id`.
 *
 * @throws {QueryError}
 */
export async function evaluateQuery(
  query: string,
  params: Readonly<Record<string, unknown>>,
  context: EvaluationContext,
): Promise<unknown> {
  const parsed = parseQuery(query, params)
  const tree = rewriteTextQuery(parsed)
  const needsText = query.includes('text::')
  try {
    return await evaluateTree(tree, params, context, needsText)
  } catch (error) {
    if (!(error instanceof Error) || 'errcode' in error) throw error
    throw new QueryError('queryEvaluationError', {message: error.message, query, cause: error})
  }
}

async function evaluateTree(
  parsed: SyntaxNode,
  params: Readonly<Record<string, unknown>>,
  context: EvaluationContext,
  needsText: boolean,
): Promise<unknown> {
  const {source, dataset, projectId = 'wiredesk', identity, now} = context
  const {maximumMilliseconds = MAXIMUM_MILLISECONDS} = context
  const deadline = performance.now() + maximumMilliseconds
  const rewritten = rewriteSources(parsed, `\u0000${randomUUID()}:`)
  const options = {
    dataset: [],
    params: {...params},
    identity,
    timestamp: now,
    sanity: {projectId, dataset},
    dereference({_ref: reference}: {readonly _ref: string}) {
      const request = rewritten.requestOf(reference)
      if (!request) return prepare(source.get(reference))
      return request.countedTypes ? countAll(request, request.countedTypes) : read(request)
    },
  }
  /** Kept, not thrown, in a stream: groq-js may have turned away from it by then, and nobody would catch it */
  let fault: Error | undefined
  const result = await evaluate(rewritten.tree, options)
  const answer: unknown = await result.get()
  if (fault) throw fault
  return answer

  function prepare(document: LakeDocument | undefined) {
    return document && needsText ? withText(document) : document
  }
  async function countAll(request: SourceRequest, types: readonly string[]): Promise<number> {
    const known = source.countTypes?.(types)
    if (known !== undefined) return known
    let found = 0
    for await (const {_type} of read(request)) if (types.includes(_type)) found++
    return found
  }
  async function* read({candidates, filters, enough}: SourceRequest) {
    if (fault) return
    try {
      const walked = enough && source.walk?.(candidates, enough.order)
      yield* walked ? readEnough(walked, filters, enough) : readAll(candidates, filters)
    } catch (error) {
      fault ??= error instanceof Error ? error : new Error(String(error))
    }
  }
  async function* readAll(candidates: Candidates, filters: readonly SyntaxNode[]) {
    for await (const stored of source.scan(candidates)) {
      watch()
      const document = prepare(stored)
      if (document && (await passes(document, filters))) yield document
    }
  }
  /** The first documents of an order, with all that may stand beside the last of them; sorted by `_id`, for groq-js orders them itself. */
  async function* readEnough(
    walked: Iterable<WalkedDocument>,
    filters: readonly SyntaxNode[],
    {count, tiesById}: Enough,
  ) {
    const found: LakeDocument[] = []
    let last = -1
    let place = 0
    for (const {document: stored, group, sorted} of walked) {
      const ended = (sorted && tiesById) || group !== last
      if (found.length >= count && ended) break
      last = group
      if (place++ % PAUSE === PAUSE - 1) await setImmediate()
      watch()
      const document = prepare(stored)
      if (document && (await passes(document, filters))) found.push(document)
    }
    yield* found.toSorted((left, right) => (left._id < right._id ? -1 : 1))
  }
  function watch(): void {
    if (performance.now() < deadline) return
    throw new RangeError(
      `The query took longer than ${maximumMilliseconds} ms; narrow it by _id, _type or references()`,
    )
  }
  async function passes(document: unknown, filters: readonly SyntaxNode[]): Promise<boolean> {
    for (const filter of filters) {
      const verdict: unknown = await (await evaluate(filter, {...options, root: document})).get()
      if (verdict !== true) return false
    }
    return true
  }
}
