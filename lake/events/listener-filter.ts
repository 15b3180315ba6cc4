import {evaluate} from 'groq-js'

import {answerOwnFunction, rewriteOwnFunctions} from '../query/functions/own-functions.ts'
import {narrowFilter} from '../query/narrow-filter.ts'
import {parseQuery} from '../query/parse-query.ts'
import {QueryError} from '../query/query-error.ts'
import {rewriteTextQuery} from '../query/rewrite-text-query.ts'
import {child, type SyntaxNode} from '../query/syntax-tree.ts'
import {both, type Candidates} from '../store/document-source.ts'
import type {LakeDocument} from '../store/lake-document.ts'

/** Whether a document is among those a listener asked for. */
export type ListenerFilter = (document: LakeDocument) => Promise<boolean>

/**
 * Reads the filters of a listener's query. Projections, order and slices have no say in it; a filter sees its document alone, neither `*` nor references.
 *
 * @throws {QueryError} it cannot be parsed, or is no query over `*`
 */
export function parseListenerFilter(
  query: string,
  params: Readonly<Record<string, unknown>>,
): ListenerFilter {
  const tree = rewriteOwnFunctions(rewriteTextQuery(parseQuery(query, params)))
  const filters = collectFilters(query, tree)
  const candidates = filters.map(narrowFilter).reduce(both, {})

  return async function matches(document) {
    if (!isCandidate(candidates, document)) return false
    for (const filter of filters) {
      const result = await evaluate(filter, {
        root: document,
        dataset: [],
        params: {...params},
        dereference: ({_ref: reference}: {readonly _ref: string}) =>
          answerOwnFunction(reference)?.value,
      })
      const passed: unknown = await result.get()
      if (passed !== true) return false
    }
    return true
  }
}

const PIPES = new Set(['PipeFuncCall', 'Slice', 'AccessElement', 'ArrayCoerce', 'Group'])

function collectFilters(query: string, tree: SyntaxNode): readonly SyntaxNode[] {
  let filters: SyntaxNode[] = []
  let node: SyntaxNode | undefined = tree
  while (node && node.type !== 'Everything') {
    const expression = child(node, 'expr')
    if (node.type === 'Filter' && expression) filters.unshift(expression)
    // What a projection makes is not the document: filters after it have no say.
    else if (!PIPES.has(node.type)) filters = []
    node = child(node, 'base')
  }
  if (node) return filters
  throw new QueryError('queryParseError', {message: 'Can only listen to a query over *', query})
}

function isCandidate({ids, types}: Candidates, document: LakeDocument): boolean {
  return (ids?.includes(document._id) ?? true) && (types?.includes(document._type) ?? true)
}
