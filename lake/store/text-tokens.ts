import {publishedIdOf} from './document-ids.ts'
import {isRecord, type LakeDocument} from './lake-document.ts'
import {createWordTable} from './word-table.ts'

// groq-js's own cuts (its `matchTokenize` and `matchPatternRegex`), which it does not export; the law's test holds them together.
const EDGE_DOTS = /(?:\b\.+|\.+\b)/gu
const CUT = /[!@#$%^&*(),\\/?";:{}|[\]+<>\s-]/u
const PATTERNS = /[^!@#$%^&(),\\/?";:{}|[\]+<>\s-]+/gu

/** Longer ends of a pattern are not looked at. */
const LONGEST_PATTERN = 1024

/**
 * Every text of a document: each string, and each block as one text, for a word may begin in one span and end in the next. Not what stands in attributes that begin with `_`: keys,
 * types, revisions and references say nothing to a reader, and change all the time.
 */
export function textsOf(document: LakeDocument): readonly string[] {
  const texts: string[] = []
  collect(document, texts)
  return texts
}

/**
 * Every word that a `match` on the texts of the document can find, as `match` compares them, and those of its ids: its own, and that which it has in a perspective.
 */
export function tokensOf(document: LakeDocument): ReadonlySet<string> {
  const tokens = collectTokens([document._id, publishedIdOf(document._id), ...textsOf(document)])
  tokens.add(typeToken(document._type))
  for (const [name, value] of Object.entries(document)) {
    if (name.startsWith('_') || typeof value !== 'string') continue
    for (const token of readWords(value.slice(0, LONGEST_HEAD))) tokens.add(HEAD + token)
  }
  return tokens
}

/** What stands for the type among a document's words. */
export function typeToken(type: string): string {
  return `==${type.replaceAll(/[^\w.]/gu, '_')}`
}

/** Before a word that stands at the head of a document: in a short text of its own, such as a headline or a name. */
export const HEAD = '='

/** Characters of a text of the document's own whose words count as its head. */
const LONGEST_HEAD = 300

function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (Array.isArray(value)) for (const element of value) collect(element, texts)
  else if (isRecord(value)) {
    const spans = value['children']
    if (Array.isArray(spans) && spans.length > 1) texts.push(spans.map(textOfSpan).join(''))
    for (const [name, attribute] of Object.entries(value)) {
      if (!name.startsWith('_')) collect(attribute, texts)
    }
  }
}

function textOfSpan(span: unknown): string {
  const text = isRecord(span) && span['_type'] === 'span' ? span['text'] : undefined
  return typeof text === 'string' ? text : ''
}

/** The words of a text in their order, as `match` compares them. */
function readWords(text: string): readonly string[] {
  return cutWords(text).map(fold)
}

/**
 * The words of a pattern of `match`, folded; `*` in them stands for any letters, `.` for any one UTF-16 unit: `match` sees no pairs of them. So half of a pair, which the index cannot
 * hold, stands for any one too.
 */
export function readPatterns(text: string): readonly string[] {
  const patterns = text.replaceAll(EDGE_DOTS, '').match(PATTERNS) ?? []
  return patterns.map((pattern) =>
    fold(pattern.slice(0, LONGEST_PATTERN).replaceAll(HALF_PAIR, '.')),
  )
}

const HALF_PAIR = /\p{Surrogate}/gu

/** For each UTF-16 unit whether words are cut there: looking it up costs a tenth of what the expression does over a long text. */
const CUTS = Uint8Array.from({length: 0x10000}, (_, unit) =>
  CUT.test(String.fromCharCode(unit)) ? 1 : 0,
)

const collectTokens = createWordTable(CUTS, (text, start, end) => fold(wordAt(text, start, end)))

/** The words of a text in their order, as they are written. */
export function cutWords(text: string): string[] {
  const words: string[] = []
  visitWords(text, (start, end) => words.push(wordAt(text, start, end)))
  return words
}

/** Tells where the words of a text begin and end, in their order: quicker than cutting them out, for who looks at few of them. */
export function visitWords(text: string, visit: (start: number, end: number) => void): void {
  let start = 0
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && CUTS[text.charCodeAt(index)] === 0) continue
    if (index > start) visit(start, index)
    start = index + 1
  }
}

/**
 * Tells the same of the words that begin in one way.
 *
 * @param beginning - Global; of letters, with dots between them that fall away. Looking for it costs a fraction of looking at each word
 */
export function visitWordsWith(
  text: string,
  beginning: RegExp,
  visit: (start: number, end: number) => void,
): void {
  beginning.lastIndex = 0
  for (let found = beginning.exec(text); found; found = beginning.exec(text)) {
    let start = found.index
    while (start > 0 && text.charCodeAt(start - 1) === DOT) start--
    const isBeginning = start === 0 || CUTS[text.charCodeAt(start - 1)] === 1
    let end = beginning.lastIndex
    while (end < text.length && CUTS[text.charCodeAt(end)] === 0) end++
    if (isBeginning) visit(start, end)
    beginning.lastIndex = end
  }
}

const DOT = 0x2e

/** A word that was found there. Where a text is cut no dot stands beside a letter: each word loses its dots by itself. */
export function wordAt(text: string, start: number, end: number): string {
  const word = text.slice(start, end)
  return word.includes('.') ? word.replaceAll(EDGE_DOTS, '') : word
}

/** Letters as a regular expression with the `i` flag sees them; what SQLite's tokenizer would cut at becomes `_`. */
function fold(token: string): string {
  if (PLAIN.test(token)) return token.toUpperCase()
  let folded = ''
  for (let index = 0; index < token.length; index++) {
    const unit = token.charAt(index)
    const upper = unit.toUpperCase()
    const toAscii = unit > '\u007F' && upper <= '\u007F'
    folded += upper.length !== 1 || toAscii ? unit : upper
  }
  return folded.toWellFormed().replaceAll(CONTROL, '_')
}

const PLAIN = /^[!-~]*$/u

// oxlint-disable-next-line no-control-regex -- Control characters are no white space: they may stand in a word
const CONTROL = /[\u0000-\u0020\u007F]/gu
