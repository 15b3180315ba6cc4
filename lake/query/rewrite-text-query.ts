import {child, children, isCall, mapTree, type SyntaxNode, unwrap} from './syntax-tree.ts'

/**
 * Name of the hidden attribute that holds all text of a document. Not enumerable: no projection shows it, and no stored attribute is called so.
 */
export const TEXT_ATTRIBUTE = '\u0000text'

/**
 * Replaces `X match text::query(q)`, which groq-js parses but does not evaluate, by ordinary matches: every word must be found, `-word` must not, `word*` is a prefix. `@` on the left means the text of the whole document.
 * A quoted phrase asks for its words in any order: known difference from the hosted lake.
 */
export function rewriteTextQuery(tree: SyntaxNode): SyntaxNode {
  return mapTree(tree, replace)
}

function replace(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type !== 'OpCall' || node['op'] !== 'match') return undefined
  const left = child(node, 'left')
  const right = child(node, 'right')
  const call = right && unwrap(right)
  if (!left || !call || !isCall(call, 'text', 'query')) return undefined
  const [argument] = children(call, 'args')
  const query = argument?.type === 'Value' ? argument['value'] : undefined
  const text = wholeText(left)
  if (typeof query !== 'string') {
    return {...node, left: text, right: argument ?? {type: 'Value', value: null}}
  }
  const [first, ...others] = readTerms(query).map((term) => matchTerm(text, term))
  if (!first) return {type: 'Value', value: false}
  return others.reduce(
    (conditions, condition) => ({
      type: 'And',
      left: conditions,
      right: condition,
    }),
    first,
  )
}

interface Term {
  readonly words: string
  readonly negated: boolean
}

const TERM = /-?(?:"[^"]*"|[^\s"]+)/gu

function readTerms(query: string): readonly Term[] {
  return (query.slice(0, 2000).match(TERM) ?? []).map((term) => {
    const negated = term.startsWith('-') && term.length > 1
    return {negated, words: (negated ? term.slice(1) : term).replaceAll('"', '')}
  })
}

function matchTerm(left: SyntaxNode, {words, negated}: Term): SyntaxNode {
  const match: SyntaxNode = {
    type: 'OpCall',
    op: 'match',
    left,
    right: {type: 'Value', value: words},
  }
  return negated ? {type: 'Not', base: match} : match
}

/** `@` becomes the document's text, `[@, _id]` a list that begins with it. */
function wholeText(left: SyntaxNode): SyntaxNode {
  const bare = unwrap(left)
  if (bare.type === 'This') return textOfThis()
  if (bare.type !== 'Array') return left
  return {
    ...bare,
    elements: children(bare, 'elements').map(wholeTextElement),
  }
}

function wholeTextElement(element: SyntaxNode): SyntaxNode {
  return child(element, 'value')?.type === 'This'
    ? {...element, value: textOfThis(), isSplat: true}
    : element
}

function textOfThis(): SyntaxNode {
  return {type: 'AccessAttribute', base: {type: 'This'}, name: TEXT_ATTRIBUTE}
}
