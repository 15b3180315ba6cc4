import {parse} from 'groq-js'

import {child, isNode, mapTree, some, type SyntaxNode} from './syntax-tree.ts'

/** Queries whose trees are kept, and the longest one, in characters. */
const MOST_TEMPLATES = 200
const LONGEST_TEMPLATE = 20_000

const templates = new Map<string, SyntaxNode | undefined>()

/**
 * Parses GROQ as groq-js does with these parameters. A program asks the same query with other parameters again and again: its tree without them is kept, and their
 * values are put in, unless it depends on them what the tree is, as in `*[$index]`.
 *
 * @throws what groq-js throws
 */
export function parseWith(query: string, params: Readonly<Record<string, unknown>>): unknown {
  const template = templateOf(query)
  if (!template) return parse(query, {params: {...params}})
  return mapTree(template, ({type, name}) =>
    type === 'Parameter' && typeof name === 'string' && Object.hasOwn(params, name)
      ? {type: 'Value', value: params[name]}
      : undefined,
  )
}

function templateOf(query: string): SyntaxNode | undefined {
  if (query.length > LONGEST_TEMPLATE) return undefined
  if (!templates.has(query)) {
    const [oldest] = templates.size >= MOST_TEMPLATES ? templates.keys() : []
    if (oldest !== undefined) templates.delete(oldest)
    templates.set(query, buildTemplate(query))
  }
  return templates.get(query)
}

function buildTemplate(query: string): SyntaxNode | undefined {
  // A function of the query's own has parameters that look like those of the query.
  if (/\bfn\s/u.test(query)) return undefined
  let tree: unknown
  try {
    tree = parse(query)
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
