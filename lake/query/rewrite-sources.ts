import {both, type Candidates} from '../store/document-source.ts'
import {type Binding, findBinding} from './bind-filter.ts'
import {narrowFilter} from './narrow-filter.ts'
import {child, isCall, mapTree, type SyntaxNode} from './syntax-tree.ts'

/**
 * Replaces each `*` by a dereference that our own callback answers with just the candidates of its filter: the one place where groq-js asks somebody else for data and takes whatever comes.
 * What stands in `_ref` names the `*` and carries what its `^` was bound to.
 */
export interface RewrittenQuery {
  readonly tree: SyntaxNode
  /** What a `_ref` asks for; `undefined` when it is an ordinary reference */
  requestOf(reference: string): SourceRequest | undefined
}

export interface SourceRequest {
  readonly candidates: Candidates
  /** Conditions that a candidate must meet to be given to groq-js; each sees the document alone, as `@` */
  readonly filters: readonly SyntaxNode[]
}

interface Source extends SourceRequest {
  readonly constraint?: Binding['constraint']
}

/**
 * @param tree - As groq-js parsed it, parameters inlined
 * @param secret - Starts every made-up reference; no document can know it
 */
export function rewriteSources(tree: SyntaxNode, secret: string): RewrittenQuery {
  const sources: Source[] = []

  function sourceFor(filters: readonly SyntaxNode[], own: readonly SyntaxNode[]): SyntaxNode {
    const candidates = filters.map(narrowFilter).reduce(both, {})
    // Ids known in advance are as narrow as it gets.
    const binding = candidates.ids
      ? undefined
      : filters.map(findBinding).find((found) => found !== undefined)
    const index =
      sources.push({candidates, filters: own, ...(binding && {constraint: binding.constraint})}) - 1
    return askForSource(`${secret}${index}:`, binding)
  }

  function replace(node: SyntaxNode): SyntaxNode | undefined {
    if (isCall(node, 'releases', 'all')) return askForReleases(sources, secret)
    if (node.type === 'Everything') return sourceFor([], [])
    const filters = filtersOfEverything(node)
    if (filters.length === 0) return undefined
    const rewritten = filters.map((filter) => mapTree(filter, replace))
    // Conditions on the document alone are checked where it is read, so that groq-js, which keeps whatever it was given, never holds what fails them.
    const bound = rewritten.findIndex(looksOutside)
    const alone = bound < 0 ? rewritten.length : bound
    return rewritten
      .slice(alone)
      .reduce<SyntaxNode>(
        (base, expr) => ({type: 'Filter', base, expr}),
        sourceFor(filters, rewritten.slice(0, alone)),
      )
  }

  return {
    tree: mapTree(tree, replace),
    requestOf(reference) {
      if (!reference.startsWith(secret)) return undefined
      const rest = reference.slice(secret.length)
      const colon = rest.indexOf(':')
      const source = sources[Number(rest.slice(0, colon))]
      if (!source) return undefined
      const bound = readBound(source.constraint, rest.slice(colon + 1))
      return {candidates: both(source.candidates, bound), filters: source.filters}
    },
  }
}

/** Whether an expression may ask for what surrounds its document (`^`): told by any `^` at all. */
function looksOutside(node: SyntaxNode): boolean {
  let found = false
  mapTree(node, (inner) => {
    if (inner.type === 'Parent' || inner.type === 'Context') found = true
    return undefined
  })
  return found
}

/** The filters of `*[a][b]`, innermost first; none when the node filters something else. */
function filtersOfEverything(node: SyntaxNode): readonly SyntaxNode[] {
  const filters: SyntaxNode[] = []
  let current: SyntaxNode | undefined = node
  while (current?.type === 'Filter') {
    const filter = child(current, 'expr')
    if (filter) filters.unshift(filter)
    current = child(current, 'base')
  }
  return current?.type === 'Everything' ? filters : []
}

function askForReleases(sources: Source[], secret: string): SyntaxNode {
  sources.push({candidates: {types: ['system.release']}, filters: []})
  return askForSource(`${secret}${sources.length - 1}:`, undefined)
}

function askForSource(name: string, binding: Binding | undefined): SyntaxNode {
  if (!binding) return dereference(value({_ref: name}))
  return dereference({
    // A projection of nothing gives the value the surroundings that it has in the filter, where `^` is one level up.
    type: 'Projection',
    base: value({}),
    expr: {
      type: 'Object',
      attributes: [
        {
          type: 'ObjectAttributeValue',
          name: '_ref',
          value: plus(value(name), boundText(binding.value)),
        },
      ],
    },
  })
}

const SEPARATOR = '\u0000'

/** GROQ that writes a bound value as text: `s…` a string, `l…` a list of strings, `n` nothing that could match, `?` anything else. */
function boundText(bound: SyntaxNode): SyntaxNode {
  const list = call('array', 'join', [call('array', 'compact', [bound]), value(SEPARATOR)])
  return call('global', 'coalesce', [
    plus(value('s'), bound),
    plus(value('l'), list),
    {
      type: 'Select',
      alternatives: [
        {
          type: 'SelectAlternative',
          condition: call('global', 'defined', [bound]),
          value: value('?'),
        },
      ],
      fallback: value('n'),
    },
  ])
}

function readBound(constraint: Binding['constraint'] | undefined, text: string): Candidates {
  if (!constraint || text.startsWith('?')) return {}
  if (text.startsWith('n')) return {[constraint]: []}
  const values = text.slice(1)
  return {[constraint]: text.startsWith('l') ? values.split(SEPARATOR) : [values]}
}

function dereference(base: SyntaxNode): SyntaxNode {
  return {type: 'Deref', base}
}

function value(constant: unknown): SyntaxNode {
  return {type: 'Value', value: constant}
}

function plus(left: SyntaxNode, right: SyntaxNode): SyntaxNode {
  return {type: 'OpCall', op: '+', left, right}
}

function call(namespace: string, name: string, args: readonly SyntaxNode[]): SyntaxNode {
  return {type: 'FuncCall', namespace, name, args}
}
