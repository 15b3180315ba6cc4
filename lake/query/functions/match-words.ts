import {cutWords, readPatterns, visitWords, wordAt} from '../../store/text-tokens.ts'
import {and, call, plus, value} from '../build-nodes.ts'
import type {SyntaxNode} from '../syntax-tree.ts'

/** Between the strings of a list. */
export const SEPARATOR = '\u0001'

/** GROQ that writes a string, or the strings of a list, as one text. */
export function writeTexts(at: SyntaxNode): SyntaxNode {
  const element: SyntaxNode = {type: 'This'}
  const isString = and(call('global', 'defined', [element]), {
    type: 'OpCall',
    op: '==',
    left: call('global', 'string', [element]),
    right: element,
  })
  const strings: SyntaxNode = {
    type: 'Filter',
    base: {type: 'ArrayCoerce', base: at},
    expr: isString,
  }
  return call('global', 'coalesce', [
    plus(at, value('')),
    call('array', 'join', [strings, value(SEPARATOR)]),
  ])
}

/** Whether one of the texts has the words of a phrase next to each other and in their order; `word*` is a beginning. */
export function matchesPhrase(texts = '', phrase = ''): boolean {
  const patterns = readPatterns(phrase).map(toExpression)
  return texts.split(SEPARATOR).some((text) => {
    const words = cutWords(text)
    return words.some((_, start) =>
      patterns.every((pattern, index) => pattern.test(words[start + index] ?? '')),
    )
  })
}

/** Words of a text of middling length: a headline has fewer, a body more. */
const MIDDLING = 100

/**
 * How much a word tells about the texts (BM25): more where it stands often, where there is little else, and the rarer it is elsewhere.
 *
 * @param rarity - 0 for a word that is everywhere, about 10 for one in 20,000 documents
 * @param length - How many words there are, where not all of them are given
 */
export function relevanceOf(texts = '', word = '', rarity = '', length = ''): number {
  const [pattern = ''] = readPatterns(word)
  const expression = toExpression(pattern)
  let count = 0
  let words = 0
  visitWords(texts, (start, end) => {
    words++
    if (mayMatch(texts, start, pattern) && expression.test(wordAt(texts, start, end))) count++
  })
  const share = 0.25 + (0.75 * (Number(length) || words)) / MIDDLING
  return (Number(rarity) * count * 2.2) / (count + 1.2 * share)
}

/** Whether a word that starts there can match, told by its first letters as far as they are plain: most cannot, and need not be cut out. */
export function mayMatch(text: string, start: number, pattern: string): boolean {
  for (let index = 0; index < pattern.length; index++) {
    const unit = text.charCodeAt(start + index)
    const wanted = pattern.charCodeAt(index)
    if (!isPlain(unit) || !isPlain(wanted)) return true
    if ((unit | CASE) !== (wanted | CASE)) return false
  }
  return true
}

/** What tells a small ASCII letter from a great one. */
const CASE = 0x20

function isPlain(unit: number): boolean {
  return (unit | CASE) >= 0x61 && (unit | CASE) <= 0x7a
}

/** `readPatterns` gives words without any other sign that an expression would take for its own. */
function toExpression(pattern: string): RegExp {
  const known = expressions.get(pattern)
  if (known) return known
  if (expressions.size >= MOST_EXPRESSIONS) expressions.clear()
  const expression = new RegExp(`^${pattern.replaceAll(/[*]+/gu, '.*')}$`, 'iu')
  expressions.set(pattern, expression)
  return expression
}

/** A search asks each document for the same words. */
const MOST_EXPRESSIONS = 200
const expressions = new Map<string, RegExp>()
