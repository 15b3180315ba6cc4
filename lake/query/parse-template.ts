import {parse} from 'groq-js'

import {makeParsable} from './make-parsable.ts'
import {child, isNode, mapTree, some, type SyntaxNode} from './syntax-tree.ts'

/** Queries whose trees are kept, and the longest one, in characters. */
const MOST_TEMPLATES = 200
const LONGEST_TEMPLATE = 20_000

const templates = new Map<string, SyntaxNode | undefined>()

/**
 * The tree of a query with its parameters left as they are named. A program asks the same query with other parameters again and again, so it is kept: the same query gives the same object.
 *
 * @returns `undefined` where it depends on the parameters' values what the tree is, as in `*[$index]`, and where the query cannot be parsed without them
 */
export function parseTemplate(query: string): SyntaxNode | undefined {
  if (query.length > LONGEST_TEMPLATE) return undefined
  if (!templates.has(query)) {
    const [oldest] = templates.size >= MOST_TEMPLATES ? templates.keys() : []
    if (oldest !== undefined) templates.delete(oldest)
    templates.set(query, buildTemplate(query))
  }
  return templates.get(query)
}

/** Puts values into the places of their parameters; what is not given stays a parameter. */
export function fillParameters(
  tree: SyntaxNode,
  params: Readonly<Record<string, unknown>>,
): SyntaxNode {
  return mapTree(tree, ({type, name}) =>
    type === 'Parameter' && typeof name === 'string' && Object.hasOwn(params, name)
      ? {type: 'Value', value: params[name]}
      : undefined,
  )
}

function buildTemplate(query: string): SyntaxNode | undefined {
  // A function of the query's own has parameters that look like those of the query.
  if (/\bfn\s/u.test(query)) return undefined
  let tree: unknown
  try {
    tree = parse(makeParsable(query).text)
  } catch {
    // With parameters it may be right: slices want their values.
    return undefined
  }
  return isNode(tree) && !some(tree, isChosenByValue) ? tree : undefined
}

/** What stands in brackets is an index, a name or a filter: where it is a constant, its value tells. */
function isChosenByValue(node: SyntaxNode): boolean {
  const expression = node.type === 'Filter' ? child(node, 'expr') : undefined
  return expression !== undefined && isConstant(expression) && some(expression, isParameter)
}

function isParameter({type}: SyntaxNode): boolean {
  return type === 'Parameter'
}

const CONSTANT = new Set(['Group', 'Value', 'Parameter', 'Pos', 'Neg', 'OpCall'])

function isConstant(node: SyntaxNode): boolean {
  return !some(node, ({type}) => !CONSTANT.has(type))
}
