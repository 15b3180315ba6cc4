import {parse} from 'groq-js'

import {makeParsable} from './make-parsable.ts'
import {fillParameters, parseTemplate} from './parse-template.ts'
import {QueryError} from './query-error.ts'
import {isNode, type SyntaxNode} from './syntax-tree.ts'

/**
 * Parses GROQ as groq-js does with these parameters. Their VALUES go into the tree: it belongs to this query with these parameters and must not be kept by the query's text alone.
 *
 * @throws {QueryError} `queryParseError`
 */
export function parseQuery(query: string, params: Readonly<Record<string, unknown>>): SyntaxNode {
  const template = parseTemplate(query)
  if (template) return fillParameters(template, params)
  let tree: unknown
  const {text, placeInQuestion} = makeParsable(query)
  try {
    tree = parse(text, {params: {...params}})
  } catch (error) {
    const place = readPosition(error)
    const position =
      place === undefined ? undefined : Math.min(placeInQuestion(place), query.length)
    const message = error instanceof Error ? error.message : String(error)
    throw new QueryError('queryParseError', {
      message: message.replace(`position ${place}`, `position ${position}`),
      query,
      ...(position !== undefined && {start: position, end: Math.min(position + 1, query.length)}),
      cause: error,
    })
  }
  if (isNode(tree)) return tree
  throw new QueryError('queryParseError', {message: 'The query is empty', query})
}

function readPosition(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('position' in error)) return undefined
  return typeof error.position === 'number' ? error.position : undefined
}
