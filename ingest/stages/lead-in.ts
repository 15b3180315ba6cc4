import {type Passage, type Piece, passageOf, passageRange, slicePassage} from '../passage.ts'
import type {Finding} from '../reading.ts'
import {sayDoubt} from '../say-doubt.ts'
import {ACRONYMS, AMBIGUOUS} from '../words/acronyms.ts'
import {COMMON_WORDS, PROPER_WORDS} from '../words/common-words.ts'
import type {WordForms} from './word-forms.ts'

/** A paragraph whose opening capitals were a way of printing. */
export interface LeadIn {
  /** The paragraph with the words in their own case */
  readonly passage: Passage
  /** Length of the lead-in at the start of the text, in UTF-16 code units */
  readonly length: number
  readonly findings: readonly Finding[]
}

// `NORTH Korean`, `THE EUROPEAN Central`, `"WE are`, `CHINA'S`, `SOUTH-EAST Asian`, `AT least 10`
const RUN =
  /^(?<quote>["“'‘]?)(?<words>(?:\p{Lu}[\p{Lu}\p{N}’'&+.-]{0,30}|\p{N}[\p{N},.]{0,12})(?: (?:\p{Lu}[\p{Lu}\p{N}’'&+.-]{0,30}|\p{N}[\p{N},.]{0,12}(?= \p{Lu}{2}))){0,7})(?=[\s,]|$)/u
const LONGEST_RUN = 8

/**
 * Reads the capitals in which papers print the first words of a story.
 *
 * @param paragraph - The first paragraph of the body, or the first after a cross-head
 * @param collectForms - How the rest of the story writes its words; asked for only where capitals open the paragraph
 * @returns `undefined` when the paragraph opens in its own case: `US stocks fell`, `A US judge`, `DBS said`
 *
 * @example
 * // "NORTH Korean leader" becomes "North Korean leader" with a lead-in of five letters
 */
export function readLeadIn(paragraph: Passage, collectForms: () => WordForms): LeadIn | undefined {
  const match = RUN.exec(paragraph.text.slice(0, 240))
  const quote = match?.groups?.['quote'] ?? ''
  const printed = match?.groups?.['words'] ?? ''
  const words = printed.split(' ')
  const rest = paragraph.text.slice(quote.length + printed.length)
  // `ATTENTION EDITORS: …` is a label and printed so
  if (/^ \p{Lu}{2,20}:/u.test(rest)) return undefined
  if (printed === '' || words.length > LONGEST_RUN || !/\p{Ll}/u.test(rest.slice(0, 60)))
    return undefined
  if (!/\p{Lu}{2}|\p{Lu}['’-]\p{Lu}|(?:^| )\p{Lu}(?: |$)/u.test(printed)) return undefined
  const forms = collectForms()
  const readings = words.map((word, index) => readWord(word, index === 0, forms))
  const isLeadIn = readings.some((reading, index) => reading.text !== words[index])
  const findings = readings.flatMap((reading, index) => {
    const isLonely = words.length === 1 || isLeadIn
    if (!reading.isDoubtful || !isLonely) return []
    const start = quote.length + words.slice(0, index).join(' ').length + (index === 0 ? 0 : 1)
    const passage = slicePassage(paragraph, start, start + reading.text.length)
    return [caseFinding(words[index] ?? '', reading, passage)]
  })
  if (!isLeadIn) {
    return findings.length === 0 ? undefined : {passage: paragraph, length: 0, findings}
  }
  const recased = readings.map((reading) => reading.text).join(' ')
  return {
    passage: recase(paragraph, quote.length, recased),
    length: quote.length + printed.length,
    findings,
  }
}

interface WordReading {
  readonly text: string
  readonly isDoubtful: boolean
}

/** `capitals`, `Title` or `lower`: from the story's own words first, from lists next; else the likelier, in doubt. */
function readWord(word: string, isFirst: boolean, forms: WordForms): WordReading {
  if (!/\p{Lu}{2}|\p{Lu}['’-]\p{Lu}|^\p{Lu}$/u.test(word)) return {text: word, isDoubtful: false}
  if (/^(?:I|A)$/u.test(word)) {
    return {text: word === 'A' && !isFirst ? 'a' : word, isDoubtful: false}
  }
  const [stem = word] = /^[\p{Lu}\p{N}&+.]+/u.exec(word) ?? []
  if (word.includes('-')) return readCompound(word, isFirst, forms)
  const apostrophe = stem.length < word.length ? word.slice(stem.length) : ''
  if (/^(?:O|D)$/u.test(stem) && apostrophe.length > 3) {
    return {
      text: `${stem}${apostrophe.slice(0, 2)}${lowerCase(apostrophe.slice(2))}`,
      isDoubtful: false,
    }
  }
  const whole = lowerCase(word).replaceAll('’', "'")
  if (apostrophe !== '' && COMMON_WORDS.has(whole)) {
    const text = isFirst ? titleCase(word) : lowerCase(word)
    return {text, isDoubtful: false}
  }
  const read = readStem(stem, isFirst, forms)
  return {...read, text: read.text + lowerCase(apostrophe)}
}

function readCompound(word: string, isFirst: boolean, forms: WordForms): WordReading {
  const parts = word.split('-').map((part, index) => readWord(part, isFirst && index === 0, forms))
  return {
    text: parts.map((part) => part.text).join('-'),
    isDoubtful: parts.some((part) => part.isDoubtful),
  }
}

function readStem(stem: string, isFirst: boolean, forms: WordForms): WordReading {
  const folded = stem.toLowerCase()
  const lower = isFirst ? titleCase(stem) : lowerCase(stem)
  const evidence = forms.get(folded)
  const isAmbiguous = AMBIGUOUS.has(stem)
  if (stem === 'US' && isFirst) return {text: stem, isDoubtful: false}
  if (!isAmbiguous && evidence !== undefined) {
    if (evidence === folded) return {text: lower, isDoubtful: false}
    return {text: evidence.length === stem.length ? evidence : stem, isDoubtful: false}
  }
  if (isAmbiguous) {
    const isWord = evidence === folded && COMMON_WORDS.has(folded)
    return {text: isWord && stem !== 'US' && stem !== 'WHO' ? lower : stem, isDoubtful: true}
  }
  if (ACRONYMS.has(stem) || /[&+\p{N}]/u.test(stem) || /\.\p{Lu}/u.test(stem)) {
    return {text: stem, isDoubtful: false}
  }
  if (COMMON_WORDS.has(folded)) return {text: lower, isDoubtful: false}
  if (PROPER_WORDS.has(folded)) return {text: titleCase(stem), isDoubtful: false}
  const looksLikeWord = stem.length >= 6 && /[AEIOUY]/u.test(stem)
  if (isFirst) return {text: looksLikeWord ? titleCase(stem) : stem, isDoubtful: !looksLikeWord}
  return {text: looksLikeWord ? titleCase(stem) : stem, isDoubtful: true}
}

function titleCase(word: string): string {
  return word.slice(0, 1) + lowerCase(word.slice(1))
}

/** Letter by letter, and only where the small letter is as long: `İ` in small is two code units, and stays. */
function lowerCase(word: string): string {
  return word.replaceAll(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  })
}

function caseFinding(printed: string, reading: WordReading, passage: Passage): Finding {
  const forms = new Set([printed, titleCase(printed), printed.toLowerCase()])
  return {
    code: 'lead-in-case',
    message: sayDoubt('lead-in-case', {printed, words: reading.text}),
    alternatives: [...forms],
    ...passageRange(passage),
  }
}

/** Puts the words in their own case over the copy; each piece of it stays its own stretch. */
function recase(paragraph: Passage, start: number, recased: string): Passage {
  const end = start + recased.length
  const pieces: Piece[] = [...slicePassage(paragraph, 0, start).pieces]
  let offset = 0
  for (const piece of slicePassage(paragraph, start, end).pieces) {
    const text = recased.slice(offset, offset + piece.text.length)
    offset += piece.text.length
    if (piece.op === 'copy' && text !== piece.text) pieces.push(...recasedPieces(piece, text))
    else pieces.push(piece)
  }
  return passageOf([...pieces, ...slicePassage(paragraph, end).pieces])
}

/** Only the words that change are `recase`; what stands between them is still a copy. */
function recasedPieces(piece: Piece, text: string): Piece[] {
  const pieces: Piece[] = []
  let offset = 0
  for (const part of text.split(/(?<= )/u)) {
    const slice = piece.text.slice(offset, offset + part.length)
    const start = piece.start + offset
    offset += part.length
    pieces.push({
      start,
      end: start + part.length,
      op: slice === part ? 'copy' : 'recase',
      text: part,
    })
  }
  return pieces
}
