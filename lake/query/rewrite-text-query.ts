import {readPatterns} from '../store/text-tokens.ts'
import {and, attribute, call, plus, value} from './build-nodes.ts'
import {child, children, isCall, mapTree, some, type SyntaxNode, unwrap} from './syntax-tree.ts'

/**
 * Name of the hidden attribute that holds all text of a document. Not enumerable: no projection shows it, and no stored attribute is called so.
 */
export const TEXT_ATTRIBUTE = '\u0000text'

/** Begins the names of hidden attributes with, as one text, those of its words that can be meant by what is asked: all that a `match` of it needs, and a small part of the whole. */
export const WORDS_ATTRIBUTE = '\u0000words:'

/** The number of its words, as a text; hidden likewise. */
export const LENGTH_ATTRIBUTE = '\u0000length'

/** How rare a word is, `0` when it is everywhere: what `score()` counts for it. */
export type RarityOf = (pattern: string) => number

/**
 * Replaces `X match text::query(q)`, which groq-js parses but does not evaluate, by ordinary matches: every word must be found, `-word` must not, `word*` is a beginning,
 * and the words of a `"quoted phrase"` stand next to each other; `*` alone finds every document. `@` on the left means the text of the whole document.
 * In `score()` a word counts for more the rarer it is and the less else stands in X.
 *
 * @param rarityOf - Without it all words are taken as equally rare
 */
export function rewriteTextQuery(tree: SyntaxNode, rarityOf: RarityOf = () => 1): SyntaxNode {
  return mapTree(tree, function replace(node): SyntaxNode | undefined {
    if (node.type === 'Or') return replaceOr(node, replace)
    const base = child(node, 'base')
    if (base && node.type === 'PipeFuncCall' && node['name'] === 'score') {
      const args = children(node, 'args').map((argument) => weighIn(argument, rarityOf))
      return {...node, base: mapTree(base, replace), args}
    }
    return rewriteMatch(node)
  })
}

/** Weighs the matches that groq-js counts: sides of `&&` and `||` and what is boosted. Anywhere else, in parentheses too, it takes true or false, and refuses a boost. */
function weighIn(node: SyntaxNode, rarityOf: RarityOf): SyntaxNode {
  const left = child(node, 'left')
  const right = child(node, 'right')
  if (left && right && (node.type === 'And' || node.type === 'Or')) {
    return {...node, left: weighIn(left, rarityOf), right: weighIn(right, rarityOf)}
  }
  if (isCall(node, 'global', 'boost')) {
    const [boosted, ...amount] = children(node, 'args')
    return boosted ? {...node, args: [weighIn(boosted, rarityOf), ...amount]} : node
  }
  if (node.type === 'Group' && some(node, isTextQuery)) return weighIn(unwrap(node), rarityOf)
  return rewriteMatch(node, rarityOf) ?? mapTree(node, (inner) => rewriteMatch(inner))
}

function isTextQuery(node: SyntaxNode): boolean {
  return isCall(node, 'text', 'query')
}

const everything = value(true)

/** What finds every document spares looking at the rest. */
function replaceOr(
  node: SyntaxNode,
  replace: (node: SyntaxNode) => SyntaxNode | undefined,
): SyntaxNode | undefined {
  const left = child(node, 'left')
  const right = child(node, 'right')
  if (!left || !right) return undefined
  const sides = [left, right].map((side) => mapTree(side, replace))
  if (sides.some((side) => unwrap(side) === everything)) return everything
  return {...node, left: sides[0], right: sides[1]}
}

function rewriteMatch(node: SyntaxNode, rarityOf?: RarityOf): SyntaxNode | undefined {
  if (node.type !== 'OpCall' || node['op'] !== 'match') return undefined
  const left = child(node, 'left')
  const right = child(node, 'right')
  const query = right && unwrap(right)
  if (!left || !query || !isCall(query, 'text', 'query')) return undefined
  const [argument] = children(query, 'args')
  const asked = argument?.type === 'Value' ? argument['value'] : undefined
  const text = wholeText(left)
  if (typeof asked !== 'string') {
    return {...node, left: text, right: argument ?? value(null)}
  }
  const asksForAll = text !== left && /^\s*\*+\s*$/u.test(asked)
  if (asksForAll) return everything
  const terms = readTerms(asked).map((term) => {
    const condition = matchTerm(text, term)
    return rarityOf && !term.negated ? weigh(condition, text, term, rarityOf) : condition
  })
  const [first, ...others] = terms
  return first ? others.reduce(and, first) : value(false)
}

interface Term {
  readonly words: string
  readonly negated: boolean
  readonly phrase: boolean
}

const TERM = /-?(?:"[^"]*"|[^\s"]+)/gu

function readTerms(query: string): readonly Term[] {
  return (query.slice(0, 2000).match(TERM) ?? []).map((term) => {
    const negated = term.startsWith('-') && term.length > 1
    const words = (negated ? term.slice(1) : term).replaceAll('"', '')
    return {negated, words, phrase: term.includes('"') && readPatterns(words).length > 1}
  })
}

function matchTerm(left: SyntaxNode, {words, negated, phrase}: Term): SyntaxNode {
  const match = {type: 'OpCall', op: 'match', left: onlyWords(left, words), right: value(words)}
  const condition = phrase ? and(match, call('text', 'phrase', [left, value(words)])) : match
  return negated ? {type: 'Not', base: condition} : condition
}

function weigh(
  condition: SyntaxNode,
  left: SyntaxNode,
  {words}: Term,
  rarityOf: RarityOf,
): SyntaxNode {
  const length = isWholeText(left) ? attribute(LENGTH_ATTRIBUTE) : value('')
  const weights = readPatterns(words)
    .filter((pattern) => !/^\**$/u.test(pattern))
    .map((pattern) => {
      const rarity = value(rarityOf(pattern).toFixed(2))
      return call('text', 'relevance', [joined(left, words), value(pattern), rarity, length])
    })
  const [first, ...others] = weights
  return first ? call('global', 'boost', [condition, others.reduce(plus, first)]) : condition
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

/** In the place of the document's text those of its words that can be meant. */
function onlyWords(text: SyntaxNode, words: string): SyntaxNode {
  return mapTree(text, (node) => {
    if (isText(node)) return attribute(WORDS_ATTRIBUTE + words)
    const element = child(node, 'value')
    return node['isSplat'] === true && element && isText(element)
      ? {...node, isSplat: false, value: attribute(WORDS_ATTRIBUTE + words)}
      : undefined
  })
}

function isText(node: SyntaxNode): boolean {
  return node.type === 'AccessAttribute' && node['name'] === TEXT_ATTRIBUTE
}

/** Whether it is the text of the whole document and its id, as the Studio asks for them. */
function isWholeText(text: SyntaxNode): boolean {
  const elements = text.type === 'Array' ? children(text, 'elements') : []
  const [whole, id, ...others] = elements.map((element) => child(element, 'value')?.['name'])
  return whole === TEXT_ATTRIBUTE && id === '_id' && others.length === 0
}

/** Written as one text: spares putting it together from its parts. */
function joined(text: SyntaxNode, words: string): SyntaxNode {
  return isWholeText(text)
    ? plus(plus(attribute(WORDS_ATTRIBUTE + words), value(' ')), attribute('_id'))
    : text
}

function textOfThis(): SyntaxNode {
  return attribute(TEXT_ATTRIBUTE)
}
