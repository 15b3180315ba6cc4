import {cutWords, readPatterns} from '../../store/text-tokens.ts'
import {call, plus, value} from '../build-nodes.ts'
import type {SyntaxNode} from '../syntax-tree.ts'

/** Between the strings of a list. */
const SEPARATOR = '\u0001'

/** GROQ that writes a string, or the strings of a list, as one text. */
export function writeTexts(at: SyntaxNode): SyntaxNode {
  const element: SyntaxNode = {type: 'This'}
  const isString: SyntaxNode = {
    type: 'And',
    left: call('global', 'defined', [element]),
    right: {
      type: 'OpCall',
      op: '==',
      left: call('global', 'string', [element]),
      right: element,
    },
  }
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
 */
export function relevanceOf(texts = '', word = '', rarity = ''): number {
  const words = cutWords(texts)
  const [pattern] = readPatterns(word).map(toExpression)
  const count = pattern ? words.filter((one) => pattern.test(one)).length : 0
  const length = 0.25 + (0.75 * words.length) / MIDDLING
  return (Number(rarity) * count * 2.2) / (count + 1.2 * length)
}

/** `readPatterns` gives words without any other sign that an expression would take for its own. */
function toExpression(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/[*]+/gu, '.*')}$`, 'iu')
}
