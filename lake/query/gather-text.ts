import {wholeDocument, withAttributes} from '../store/head-document.ts'
import type {LakeDocument} from '../store/lake-document.ts'
import {readPatterns, textsOf, visitWords, visitWordsWith, wordAt} from '../store/text-tokens.ts'
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
 * Makes what gives documents the hidden attributes with their text, gathered when a query first asks.
 *
 * @param wordAttributes - Those of them that have some words alone
 */
export function createTextGatherer(
  wordAttributes: readonly string[],
): (document: LakeDocument) => LakeDocument {
  const hidden: Record<string, PropertyDescriptor> = {
    [TEXT_ATTRIBUTE]: hiddenAttribute((texts) => texts),
    [LENGTH_ATTRIBUTE]: hiddenAttribute((texts) => String(countWords(texts))),
  }
  for (const name of wordAttributes) {
    const beginning = beginningOf(readPatterns(name.slice(WORDS_ATTRIBUTE.length)))
    hidden[name] = hiddenAttribute((texts) => gatherWords(texts, beginning))
  }
  return (document) => Object.defineProperties(withAttributes(document, {}), hidden)
}

/** Computed once for each document. */
function hiddenAttribute(compute: (texts: readonly string[]) => unknown): PropertyDescriptor {
  const known = new WeakMap<object, unknown>()
  return {
    enumerable: false,
    get(this: LakeDocument) {
      if (!known.has(this)) known.set(this, compute(readTexts(this)))
      return known.get(this)
    },
  }
}

/** By the stored document: who types goes on asking the same ones for more letters. */
const textsByDocument = new WeakMap<LakeDocument, readonly string[]>()

function readTexts(document: LakeDocument): readonly string[] {
  const whole = wholeDocument(document)
  const texts = textsByDocument.get(whole) ?? textsOf(whole)
  textsByDocument.set(whole, texts)
  return texts
}

const lengths = new WeakMap<readonly string[], number>()

function countWords(texts: readonly string[]): number {
  const known = lengths.get(texts)
  if (known !== undefined) return known
  let length = 0
  for (const text of texts) visitWords(text, () => length++)
  lengths.set(texts, length)
  return length
}

/** The words that begin so; all where nothing is told. */
function gatherWords(texts: readonly string[], beginning: RegExp | undefined): string {
  const words: string[] = []
  for (const text of texts) {
    const visit = (start: number, end: number) => words.push(wordAt(text, start, end))
    if (beginning) visitWordsWith(text, beginning, visit)
    else visitWords(text, visit)
  }
  return words.join(' ')
}

/** How words begin that one of the patterns can mean, as far as its first letters are plain; `undefined` where any word can be meant. Dots between letters fall away. */
function beginningOf(patterns: readonly string[]): RegExp | undefined {
  const beginnings = patterns.map((pattern) => /^[A-Z]*/u.exec(pattern)?.[0] ?? '')
  if (beginnings.includes('')) return undefined
  const alternatives = beginnings.map((letters) => letters.replaceAll(/(?!^)/gu, String.raw`\.*`))
  // oxlint-disable-next-line require-unicode-regexp -- As `match` compares: with the flag other signs would count as ASCII letters
  return new RegExp(alternatives.join('|') || '[]', 'gi')
}
