import {evaluate} from 'groq-js'

import {answerOwnFunction, rewriteOwnFunctions} from '../query/functions/own-functions.ts'
import {narrowFilter} from '../query/narrow-filter.ts'
import {parseQuery} from '../query/parse-query.ts'
import {QueryError} from '../query/query-error.ts'
import {rewriteTextQuery} from '../query/rewrite-text-query.ts'
import {child, type SyntaxNode, unwrap} from '../query/syntax-tree.ts'
import {withinDepth} from '../query/within-depth.ts'
import {publishedIdOf} from '../store/document-ids.ts'
import {both} from '../store/document-source.ts'
import type {LakeDocument} from '../store/lake-document.ts'

/** Which documents a listener asked for. */
export interface ListenerFilter {
  /** Whether a document can be among them, told by its id and type: quick, whatever the filter says */
  readonly mayMatch: (document: LakeDocument) => boolean
  /** Whether `mayMatch` is the whole answer */
  readonly isDecided: boolean
  /** Evaluates the filter, which may take as long as whoever wrote it likes */
  readonly matches: (document: LakeDocument) => Promise<boolean>
}

/** It is parsed on the serving thread, which everybody waits for, and groq-js takes a second for 8,000. */
const MOST_CHARACTERS = 4000

/**
 * Reads the filters of a listener's query. Projections, order and slices have no say in it; a filter sees its document alone, neither `*` nor references.
 *
 * @throws {QueryError} it cannot be parsed, or is no query over `*`
 */
export function parseListenerFilter(
  query: string,
  params: Readonly<Record<string, unknown>>,
): ListenerFilter {
  if (query.length > MOST_CHARACTERS) {
    const message = `A listener's query has at most ${MOST_CHARACTERS} characters, not ${query.length}`
    throw new QueryError('queryParseError', {message, query})
  }
  const {filters, candidates} = withinDepth(query, () => readFilters(query, params))
  const {ids, publishedIds, types} = candidates

  return {
    mayMatch: ({_id, _type}) =>
      (ids?.includes(_id) ?? true) &&
      (types?.includes(_type) ?? true) &&
      (publishedIds?.includes(publishedIdOf(_id)) ?? true),
    isDecided: filters.every(isDecided),
    async matches(document) {
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
    },
  }
}

function readFilters(query: string, params: Readonly<Record<string, unknown>>) {
  const tree = rewriteOwnFunctions(rewriteTextQuery(parseQuery(query, params)))
  const filters = collectFilters(query, tree)
  return {filters, candidates: filters.map(narrowFilter).reduce(both, {})}
}

/** Whether a filter only compares `_id` and `_type` with what is known, so that its constraints say all it says. */
function isDecided(filter: SyntaxNode): boolean {
  const node = unwrap(filter)
  if (node.type === 'And') {
    const sides = [child(node, 'left'), child(node, 'right')]
    return sides.every((side) => side !== undefined && isDecided(side))
  }
  const constrained = Object.keys(narrowFilter(node))
  return (
    node.type === 'OpCall' &&
    constrained.length === 1 &&
    (constrained[0] === 'ids' || constrained[0] === 'types')
  )
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
