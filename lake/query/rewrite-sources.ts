import {both, type Candidates} from '../store/document-source.ts'
import {type Binding, conjunctsOf, findBinding} from './bind-filter.ts'
import {call, dereference, object, plus, value} from './build-nodes.ts'
import {findCountable} from './find-countable.ts'
import {findEnough} from './find-enough.ts'
import {narrowFilter} from './narrow-filter.ts'
import {findScored, narrowScores} from './narrow-score.ts'
import {fillParameters} from './parse-template.ts'
import {bindRequest, type Enough, type Source, type SourceRequest} from './source-request.ts'
import {child, children, isCall, looksOutside, mapTree, type SyntaxNode} from './syntax-tree.ts'

/**
 * Replaces each `*` by a dereference that our own callback answers with just the candidates of its filter: the one place where groq-js asks somebody else for data and takes whatever comes.
 * What stands in `_ref` names the `*` and carries what its `^` was bound to.
 */
export interface RewrittenQuery {
  readonly tree: SyntaxNode
  /** Tells what a `_ref` asks for with these parameters; `undefined` when it is an ordinary reference */
  readonly openRequests: (
    params: Readonly<Record<string, unknown>>,
  ) => (reference: string) => SourceRequest | undefined
  /** Whether it asks for the same whatever document stands around it: nothing that was bound follows the name of the `*` */
  readonly isFixed: (reference: string) => boolean
}

/**
 * @param tree - As groq-js parsed it; parameters may still stand in it
 * @param secret - Starts every made-up reference; no document can know it
 * @param searches - It asks `text::query`: then the best documents are enough for a page of what `score()` ranks
 */
export function rewriteSources(
  tree: SyntaxNode,
  secret: string,
  searches: boolean,
): RewrittenQuery {
  const sources: Source[] = []

  const enoughFor = new Map<SyntaxNode, Enough>()
  const scoredFor = new Map<SyntaxNode, Scored>()
  const separator = `${secret}|`

  function sourceFor(
    node: SyntaxNode,
    conditions: readonly SyntaxNode[],
    own: readonly SyntaxNode[],
  ): SyntaxNode {
    const others = conditions.filter(looksOutside)
    const bindings = others.flatMap((condition) => findBinding(condition) ?? [])
    const enough = bindings.length === others.length ? enoughFor.get(node) : undefined
    const scored = scoredFor.get(node)
    const source = {
      narrow: (params: Parameters) => ({
        candidates: narrowAll(fillAll(conditions, params), scored && narrowScored(scored, params)),
      }),
      filters: own,
      bindings,
      ...(enough && {enough}),
    }
    return askForSource(`${secret}${sources.push(source) - 1}:`, bindings, separator)
  }

  function replace(node: SyntaxNode): SyntaxNode | undefined {
    const sliced = findEnough(node)
    if (sliced) enoughFor.set(sliced.source, sliced.enough)
    const counted = findCounted(node)
    if (counted) {
      const filters = counted.map((condition) => mapTree(condition, replace))
      const narrow = (params: Parameters) => narrowCounted(fillAll(counted, params))
      const source = {narrow, filters, bindings: [], counted: true}
      return askForSource(`${secret}${sources.push(source) - 1}:`, [], separator)
    }
    const scored = findScored(node)
    if (scored) {
      const page = searches ? enoughFor.get(node) : undefined
      scoredFor.set(scored.source, {scores: scored.scores, best: page && bestFor(page)})
    }
    if (isCall(node, 'releases', 'all')) return askForReleases(sources, secret)
    if (node.type === 'Everything') return sourceFor(node, [], [])
    const conditions = filtersOfEverything(node).flatMap(conjunctsOf)
    if (conditions.length === 0) return undefined
    // Conditions on the document alone are checked where it is read, so that groq-js, which keeps whatever it was given, never holds what fails them.
    const alone = conditions.filter((condition) => !looksOutside(condition))
    return conditions.filter(looksOutside).reduce<SyntaxNode>(
      (base, expr) => ({type: 'Filter', base, expr: mapTree(expr, replace)}),
      sourceFor(
        node,
        conditions,
        alone.map((condition) => mapTree(condition, replace)),
      ),
    )
  }

  return {
    tree: mapTree(tree, replace),
    isFixed: (reference) => reference.endsWith(':'),
    openRequests(params) {
      const requests = new Map<Source, SourceRequest>()
      const open = (source: Source): SourceRequest => {
        const {bindings: _, narrow, ...rest} = source
        const request = requests.get(source) ?? {...rest, ...narrow(params)}
        requests.set(source, request)
        return request
      }
      return (reference) => {
        if (!reference.startsWith(secret)) return undefined
        const rest = reference.slice(secret.length)
        const colon = rest.indexOf(':')
        const source = sources[Number(rest.slice(0, colon))]
        if (!source) return undefined
        const texts = rest.slice(colon + 1).split(`${separator}|`)
        return bindRequest(open(source), source.bindings, texts, separator)
      }
    },
  }
}

type Parameters = Readonly<Record<string, unknown>>

/** What `score()` is given for the documents of a `*`, and how many of the best are enough. */
interface Scored {
  readonly scores: readonly SyntaxNode[]
  readonly best: number | undefined
}

function fillAll(nodes: readonly SyntaxNode[], params: Parameters): readonly SyntaxNode[] {
  return nodes.map((node) => fillParameters(node, params))
}

function narrowAll(conditions: readonly SyntaxNode[], known: Candidates = {}): Candidates {
  return conditions.map(narrowFilter).reduce(both, known)
}

function narrowCounted(conditions: readonly SyntaxNode[]) {
  const countable = findCountable(conditions)
  return {candidates: narrowAll(conditions), ...(countable && {countable})}
}

function narrowScored({scores, best}: Scored, params: Parameters): Candidates {
  const candidates = narrowScores(fillAll(scores, params))
  return {...candidates, ...(best !== undefined && {best})}
}

/** Documents that are scored for each of the ways to be among the best, at least. */
const BEST = 100

/** How many of the best documents are enough for a page; `undefined` when other documents count. */
function bestFor({count, order}: Enough): number | undefined {
  const isByScore = order.path === '_score' && order.descending
  return isByScore ? Math.max(count, BEST) : undefined
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

/** The conditions in `count(*[…])`; `undefined` when anything else is counted, or they look outside. */
function findCounted(node: SyntaxNode): readonly SyntaxNode[] | undefined {
  const [counted] = isCall(node, 'global', 'count') ? children(node, 'args') : []
  if (!counted) return undefined
  const conditions = filtersOfEverything(counted).flatMap(conjunctsOf)
  return conditions.length === 0 || conditions.some(looksOutside) ? undefined : conditions
}

function askForReleases(sources: Source[], secret: string): SyntaxNode {
  const candidates = {types: ['system.release']}
  sources.push({narrow: () => ({candidates}), filters: [], bindings: []})
  return askForSource(`${secret}${sources.length - 1}:`, [], '')
}

function askForSource(name: string, bindings: readonly Binding[], separator: string): SyntaxNode {
  const [first, ...others] = bindings.map((binding) => boundText(binding.value, separator))
  if (!first) return dereference(value({_ref: name}))
  const texts = others.reduce(
    (text, other) => plus(plus(text, value(`${separator}|`)), other),
    first,
  )
  return dereference({
    // A projection of nothing gives the value the surroundings that it has in the filter, where `^` is one level up.
    type: 'Projection',
    base: value({}),
    expr: object({_ref: plus(value(name), texts)}),
  })
}

/** GROQ that writes a bound value as text: `s…` a string, `l…` a list of strings, `n` nothing that could match, `?` anything else. */
function boundText(bound: SyntaxNode, separator: string): SyntaxNode {
  const list = call('array', 'join', [call('array', 'compact', [bound]), value(separator)])
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
