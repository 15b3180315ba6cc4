import {withAttributes} from '../store/head-document.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import {readPatterns, textsOf, visitWords, wordAt} from '../store/text-tokens.ts'
import {mayMatch} from './functions/match-words.ts'
import {LENGTH_ATTRIBUTE, TEXT_ATTRIBUTE, WORDS_ATTRIBUTE} from './rewrite-text-query.ts'
import {some, type SyntaxNode} from './syntax-tree.ts'

/** Names of the hidden attributes with words that a query asks for. */
export function findWordAttributes(tree: SyntaxNode): readonly string[] {
  const names = new Set<string>()
  some(tree, ({type, name}) => {
    const isWords = type === 'AccessAttribute' && String(name).startsWith(WORDS_ATTRIBUTE)
    if (isWords) names.add(String(name))
    return false
  })
  return [...names]
}

/**
 * Gives a document the hidden attributes with its text, gathered when a query first asks.
 *
 * @param wordAttributes - Those of them that have some words alone
 */
export function withText(document: LakeDocument, wordAttributes: readonly string[]): LakeDocument {
  let texts: readonly string[] | undefined
  const read = () => (texts ??= textsOf(document))
  const gathered = new Map<string, Gathered>()
  const gather = (name: string) => {
    const known = gathered.get(name)
    if (known) return known
    const words = gatherWords(read(), readPatterns(name.slice(WORDS_ATTRIBUTE.length)))
    gathered.set(name, words)
    return words
  }
  const hidden: Readonly<Record<string, () => unknown>> = {
    [TEXT_ATTRIBUTE]: read,
    [LENGTH_ATTRIBUTE]: () => String(gather(wordAttributes[0] ?? '').length),
    ...Object.fromEntries(wordAttributes.map((name) => [name, () => gather(name).words])),
  }
  const copy = withAttributes(document, {})
  for (const [name, get] of Object.entries(hidden)) {
    Object.defineProperty(copy, name, {enumerable: false, get})
  }
  return copy
}

interface Gathered {
  readonly words: string
  /** How many there are in all */
  readonly length: number
}

/** The words that one of the patterns can mean. */
function gatherWords(texts: readonly string[], patterns: readonly string[]): Gathered {
  const words: string[] = []
  let length = 0
  for (const text of texts) {
    visitWords(text, (start, end) => {
      length++
      if (patterns.some((pattern) => mayMatch(text, start, pattern))) {
        words.push(wordAt(text, start, end))
      }
    })
  }
  return {words: words.join(' '), length}
}
