import {both, type Candidates, either} from '../store/document-source.ts'
import {attributePath} from './attribute-nodes.ts'
import {narrowFilter} from './narrow-filter.ts'
import {narrowAnyWord} from './narrow-text.ts'
import {child, children, type SyntaxNode, unwrap} from './syntax-tree.ts'

/** What is scored in `… | score(a, b)[_score > 0]`, and by what. */
export interface ScoredSource {
  /** The same object that stands in the tree */
  readonly source: SyntaxNode
  readonly scores: readonly SyntaxNode[]
}

/** Reads the node of the filter; `undefined` when it is any other. */
export function findScored(node: SyntaxNode): ScoredSource | undefined {
  const base = child(node, 'base')
  const condition = child(node, 'expr')
  if (node.type !== 'Filter' || base?.type !== 'PipeFuncCall' || base['name'] !== 'score') {
    return undefined
  }
  const source = child(base, 'base')
  if (!source || !condition || !asksForScore(unwrap(condition))) return undefined
  const scores = children(base, 'args')
  return scores.length === 0 ? undefined : {source, scores}
}

/** What is known of documents with a score. */
export function narrowScores(scores: readonly SyntaxNode[]): Candidates {
  const [first, ...others] = scores.map(narrowScore)
  return others.reduce(either, first ?? {})
}

function asksForScore(condition: SyntaxNode): boolean {
  const left = child(condition, 'left')
  const right = child(condition, 'right')
  if (condition.type !== 'OpCall' || condition['op'] !== '>' || !left || !right) return false
  return attributePath(left) === '_score' && right['value'] === 0
}

/** What is known of documents that an argument of `score()` gives more than nothing. */
function narrowScore(argument: SyntaxNode): Candidates {
  const left = child(argument, 'left')
  const right = child(argument, 'right')
  if (argument.type === 'OpCall' && argument['op'] === 'match') {
    return left && right ? narrowAnyWord(left, right) : {}
  }
  if (argument.type === 'FuncCall' && argument['name'] === 'boost') {
    const [boosted] = children(argument, 'args')
    return boosted ? narrowScore(boosted) : {}
  }
  if (left && right && argument.type === 'And') return both(narrowScore(left), narrowScore(right))
  if (left && right && argument.type === 'Or') return either(narrowScore(left), narrowScore(right))
  return narrowFilter(argument)
}
