import {type Candidates, either} from '../store/document-source.ts'
import {readPatterns} from '../store/text-tokens.ts'
import {attributePath, elementPath} from './attribute-nodes.ts'
import {TEXT_ATTRIBUTE, WORDS_ATTRIBUTE} from './rewrite-text-query.ts'
import {child, children, isCall, type SyntaxNode, unwrap} from './syntax-tree.ts'

/** `X match "words"` needs all words among those of the document, if X is its own text. */
export function narrowMatch(left: SyntaxNode, right: SyntaxNode): Candidates {
  const words = wordsOf(left, right)
  return words ? {words} : {}
}

/** In `score()` one of the words is enough for a `match` to count. */
export function narrowAnyWord(left: SyntaxNode, right: SyntaxNode): Candidates {
  const [first, ...others] = wordsOf(left, right) ?? []
  if (first === undefined) return {}
  return others.reduce<Candidates>((any, word) => either(any, {words: [word]}), {words: [first]})
}

function wordsOf(left: SyntaxNode, right: SyntaxNode): readonly string[] | undefined {
  if (!isOwnText(left)) return undefined
  const constant = unwrap(right)
  const value = constant.type === 'Value' ? constant['value'] : undefined
  const texts: unknown = Array.isArray(value) ? value : [value]
  if (!Array.isArray(texts) || !texts.every((text) => typeof text === 'string')) return undefined
  const words = texts.flatMap(readPatterns)
  return words.length > 0 ? words : undefined
}

/** Whether an expression is made of strings that stand in the document as they are. */
function isOwnText(node: SyntaxNode): boolean {
  const bare = unwrap(node)
  const name = bare.type === 'AccessAttribute' ? String(bare['name']) : ''
  if (name === TEXT_ATTRIBUTE || name.startsWith(WORDS_ATTRIBUTE)) {
    return child(bare, 'base')?.type === 'This'
  }
  if (bare.type === 'Array') {
    return children(bare, 'elements').every((element) => {
      const value = child(element, 'value')
      return value !== undefined && isOwnText(value)
    })
  }
  if (isCall(bare, 'pt', 'text')) {
    const [argument] = children(bare, 'args')
    return argument !== undefined && isIndexed(attributePath(argument))
  }
  return isIndexed(attributePath(bare) ?? elementPath(bare))
}

/** Attributes that begin with `_` have no words in the index, but for the id. */
function isIndexed(path: string | undefined): boolean {
  return path === '_id' || (path !== undefined && !/(?:^|\.)_/u.test(path))
}
