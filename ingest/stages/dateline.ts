import {indexAgencies} from '../agencies/agency-index.ts'
import type {Agency} from '../agencies/agency.ts'
import {type Passage, passageRange, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type CreditDraft,
  type DatelineDraft,
  type FoundDateline,
  type Reading,
  claimField,
  claimSeparator,
  leaveBlock,
} from '../reading.ts'
import {sayDoubt} from '../say-doubt.ts'
import {isKnownPlace} from '../words/cities.ts'
import {COMMON_WORDS} from '../words/common-words.ts'

const RULE = 'dateline@2'

const MONTHS =
  'January|Janvier|Janv|Jan|February|Février|Févr|Feb|March|Mars|Mar|April|Avril|Avr|Apr|May|Mai|June|Juin|Jun|July|Juillet|Juil|Jul|August|Août|Aug|September|Sept|Sep|October|Octobre|Oct|November|Novembre|Nov|December|Décembre|Déc|Dec'
/** In any case: `OCt 20` and `march 11` are known from real copy. */
const MONTH = `(?:${MONTHS.replaceAll(/\p{L}/gu, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`)})\\.?`
/** `Jan 24, 2026 / 04:26 am` too: the time is no part of the date. */
const DATE = `(?<date>${MONTH} \\d{1,2}(?:, \\d{4})?|\\d{1,2}(?:\\.|st|nd|rd|th)? ${MONTH}(?:,? \\d{4})?)(?: / \\d{1,2}:\\d{2} [ap]m)?`
const WORD = "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,24}"
/** `PORTHAVEN, Maine`, `SURABAYA, Indonesia/JAKARTA`, `New Delhi`, `Porthaven (Kerala) [India]` */
const PLACE = `(?<place>${WORD}(?:(?:[,;] ?|/ ?| | (?:de|of|and|al|el|la|sur|am|an|upon) )${WORD}){0,6}(?: \\(${WORD}\\))?(?: \\[${WORD}\\])?)`
const CAPITALS = `(?<place>\\p{Lu}[\\p{Lu}.'’-]{1,24}(?:[ /]\\p{Lu}[\\p{Lu}.'’-]{0,24}){0,3}(?:, \\p{Lu}{3,24}(?: \\p{Lu}{3,24})?(?=,))?(?:, ${WORD}(?: ${WORD}){0,2})?(?:/\\p{Lu}[\\p{Lu} .'’-]{1,24})?)`
const AGENCY = '(?<agency>[^()]{2,40})'
const MARK = '(?:\\.?\\s?[-–—_•]{1,2}|\\.-|:|=)'

/** What must be known of a shape before it is believed: its agency is in the registry, its place is a city or has its state. */
type Proof = 'agency' | 'city' | 'nothing'

/** The shapes, the surest first. */
const SHAPES: readonly {
  readonly pattern: RegExp
  readonly proof: Proof
  /** A mark that no match is without: it spares most texts the pattern */
  readonly mark: string
}[] = [
  // `PORTHAVEN, Jan 30 (Reuters) - `, `Porthaven (dpa) - `, `Beirut (CNN) -- `, `Port Haven, Apr 27 (PTI) `
  shape(`${PLACE}(?:[,.] ${DATE})?[.,]? ?(?<!-)\\(${AGENCY}\\)(?:\\s?${MARK})?\\s?`, 'agency', '('),
  // `PORTHAVEN, Maine--(BUSINESS WIRE)--`
  shape(`${PLACE}(?:, ${DATE})? ?--\\(${AGENCY}\\)--\\s?`, 'agency', '('),
  // `Jan 30 (Reuters) - `
  shape(`${DATE} \\(${AGENCY}\\)\\s?${MARK}\\s?`, 'agency', '('),
  // `(ANSA) - PORTHAVEN, JUL 11 - `
  shape(`\\(${AGENCY}\\) [-–—] ${CAPITALS}, ${DATE} [-–—]{1,2} `, 'agency', '('),
  // `(Reuters) - `, `(CNN)Every year`
  shape(`\\(${AGENCY}\\)(?:\\s?${MARK})?\\s?`, 'agency', '('),
  // `PORTHAVEN, January 21. /TASS/. `
  shape(`${PLACE}, ${DATE}\\. /(?<agency>[^/]{2,20})/\\. `, 'agency', '/'),
  // `PORTHAVEN, Texas, Feb. 1, 2026 /PRNewswire/ -- `, `PORTHAVEN, Feb. 1 /PRNewswire / --`
  shape(`${PLACE}, ${DATE} ?/ ?(?<agency>[^/]{2,30}?) ?/ ?(?:--|[-–—])\\s?`, 'agency', '/'),
  // `PORTHAVEN, Japan, Dec. 9 Kyodo - `, `PORTHAVEN, Dec. 9, Kyodo - `
  shape(`${PLACE}, ${DATE},? (?<agency>\\p{Lu}\\p{L}{2,12}) [-–—]{1,2} `, 'agency'),
  // `Porthaven, AAP - `, `Porthaven, Saudi Arabia CNN — `
  shape(`${PLACE},? (?<agency>\\p{Lu}{2,8}) ?[-–—]{1,2} `, 'agency'),
  // `LONDON, March 19 - `, `LONDON, March 1: `, `Porthaven, march 11 - `, `PORTHAVEN Sept. 15, 2026 - `
  shape(`${PLACE},? ${DATE}(?: ?(?:--|[-–—_])|:) `, 'nothing'),
  // `New york, March 2 - `: the second word lost its capital
  shape(`(?<place>\\p{Lu}\\p{Ll}{2,12} \\p{Ll}{3,12}), ${DATE} ?(?:--|[-–—_]) `, 'city'),
  // `AP - `, `Canadian Press -- `
  shape(`(?<agency>\\p{Lu}[\\p{L} ]{1,24}?) [-–—]{1,2} (?=["“'‘]?[\\p{Lu}\\p{N}])`, 'agency'),
  // `Detroit – `, `Islamabad: `, `Little Rock, Ark. — `, `New YORK • `
  shape(`${PLACE}(?: ?(?:--|[-–—_•]) |[–—]|: )(?=["“'‘]?[\\p{L}\\p{N}])`, 'city'),
  // `[SEOUL] `
  shape(`\\[${CAPITALS}\\] `, 'nothing', '['),
  // `LITTLE ROCK, Ark. _ `, `SORSOGON CITY – `, `PORTHAVEN • `
  shape(`${CAPITALS}(?: ?(?:--|[-–—_•]) |[–—])(?=["“'‘]?[\\p{L}\\p{N}])`, 'nothing'),
  // `SINGAPORE: `
  shape(
    `(?<place>\\p{Lu}[\\p{Lu}.'’-]{2,24}(?: \\p{Lu}[\\p{Lu}.'’-]{1,24}){0,2}(?:/\\p{Lu}{3,20})?): (?=["“'‘]?[\\p{Lu}\\p{N}])`,
    'nothing',
  ),
]

/** Capitals before a colon or a dash that are labels, not places. */
const LABELS =
  /^(?:READ|ALSO|SEE|MORE|PHOTOS?|VIDEO|WATCH|LIVE|UPDATED?|BREAKING|EXCLUSIVE|URGENT|NOTE|EDITOR|CORRECTION|RELATED|FACTBOX|ANALYSIS|OPINION|COMMENT|Q|A|BRIEF|ADVERTISEMENT|CAPTION|SOURCE|GRAPHIC|TIMELINE|EXPLAINER|INTERVIEW|PREVIEW|SUMMARY|REVIEW|WARNING|FILE|HEADLINE|FULL DISCLOSURE|DISCLOSURE|DISCLAIMER|SPOILER|TIME|DATE|VENUE|PLACE|WHEN|WHERE|SCORE|RESULTS?|CONTACT|ATTENTION|EDITORS?|DESKS?|LISTEN|POLL|FACT|MYTH|VERDICT|THREAD|POINT|COUNTERPOINT|PRICE|RATING|COPYRIGHT|EMBARGO(?:ED)?|STORY|TIP-INS|UP NEXT|QUESTION|ANSWER)\b/u

/**
 * Reads the dateline that opens the story, and with it the agency's credit.
 *
 * @param block - The first paragraph of the body
 * @returns Whether there was one
 *
 * @example
 * `PARIS (AFP) - Farmers drove …` // place PARIS, credit AFP, the body starts at "Farmers"
 */
export function readDateline(reading: Reading, block: Block): boolean {
  const found = findDateline(block.passage.text, reading)
  if (found === undefined) return false
  claimDateline(reading, block.passage, found)
  leaveBlock(block, trimPassage(slicePassage(block.passage, found.length)))
  return true
}

/** In UTF-16 code units, with its closing mark */
export const LONGEST_DATELINE = 160

/** `The quay was …`, `Mr Lee said …`: no dateline goes on so, and most paragraphs do; it spares them all the shapes. */
const OPENS_PROSE =
  /^\p{Lu}[\p{L}’'.]{0,24} (?:\p{Lu}[\p{L}’'.-]{0,24} ){0,3}(?!(?:de|of|and|al|el|la|le|sur|am|an|upon) )\p{Ll}[\p{Ll}’']{0,24} /u
/** A place, a date, an agency in brackets or a place in them. */
const OPENS = /^[\p{L}\d([]/u
/** Every shape has one of these in it: the mark that closes it, or brackets or strokes round its agency. */
const MARKS = /[–—_•(/[]|-[- \u00A0]|:[ \u00A0]/u

/** Whether a paragraph opens with a dateline: then the story begins here. */
export function findDateline(
  text: string,
  {agencies, datelines}: Pick<Reading, 'agencies' | 'datelines'>,
): FoundDateline | undefined {
  const known = datelines.get(text)
  if (known) return known
  if (OPENS_PROSE.test(text) || !OPENS.test(text)) return undefined
  const opening = text.slice(0, LONGEST_DATELINE)
  if (!MARKS.test(opening)) return undefined
  if (!datelines.has(text)) {
    datelines.set(text, matchShapes(text, opening.replaceAll('\u00A0', ' '), agencies))
  }
  return datelines.get(text)
}

function matchShapes(
  text: string,
  opening: string,
  agencies: readonly Agency[],
): FoundDateline | undefined {
  const index = indexAgencies(agencies)
  for (const {pattern, proof, mark} of SHAPES) {
    if (!opening.includes(mark)) continue
    const match = pattern.exec(opening)
    const groups = match?.groups
    if (!match || groups === undefined) continue
    const printed = groups['agency']
    const names = printed === undefined ? [] : agencyNames(printed, (name) => index.find(name))
    if (proof === 'agency' && names.length === 0) continue
    const place = groups['place'] ?? null
    if (place !== null && (LABELS.test(place) || (proof !== 'agency' && index.find(place))))
      continue
    if (proof === 'city' && (place === null || !isKnownPlace(place))) continue
    const date = groups['date']
    const isSure = date !== undefined || (place !== null && isKnownPlace(place))
    if (match[0].length >= text.length && (names.length === 0 || place === null || !isSure))
      continue
    return {length: match[0].length, place, agencyNames: names, ...(date !== undefined && {date})}
  }
  return undefined
}

/** A paper that shares a dateline with the service that brought its story: `China Daily/ANN`. */
const PAPER = /^\p{Lu}[\p{L}.’'&-]{1,24}(?: \p{Lu}[\p{L}.’'&-]{0,24}){0,3}$/u

/** `Reuters`, `tca/dpa`, `REUTERS, AFP`, `AP and Reuters`; none when a name is unknown and no part is known, as in `(23)` or `(left)`. */
function agencyNames(printed: string, find: (name: string) => Agency | undefined): string[] {
  if (find(printed)) return [printed]
  const parts = printed.split(/\s*(?:[/,;&]|\band\b)\s*/u)
  const isShared = parts.length > 1 && parts.some((part) => find(part))
  return isShared && parts.every((part) => find(part) ?? PAPER.test(part)) ? parts : []
}

function claimDateline(reading: Reading, passage: Passage, found: FoundDateline): void {
  const printed = slicePassage(passage, 0, found.length)
  const textLength = printed.text.replace(/[\s\-–—_•:=]+$/u, '').replace(/(?<=\))\.$/u, '').length
  const text = slicePassage(printed, 0, textLength)
  const index = indexAgencies(reading.agencies)
  const agency = found.agencyNames.map((name) => index.find(name)).find(Boolean)
  const item: DatelineDraft = {
    list: 'dateline',
    place: found.place,
    ...(found.date !== undefined && {date: found.date}),
    ...(agency && {agency}),
  }
  const isSure =
    found.agencyNames.length > 0 || found.date !== undefined || isKnownPlace(found.place ?? '')
  const grounds = {
    rule: RULE,
    reason: 'Dateline: where the story was filed',
    ...(!isSure && {confidence: 0.8}),
  }
  claimField(reading, text, {item, property: 'text'}, grounds)
  claimSeparator(reading, trimPassage(slicePassage(printed, textLength)), grounds)
  claimCredits(reading, text, found.agencyNames)
  if (found.place !== null && found.agencyNames.length === 0 && found.date === undefined) {
    doubtWord(reading, text, found.place)
  }
}

function claimCredits(reading: Reading, text: Passage, names: readonly string[]): void {
  for (const name of names) {
    const agency = indexAgencies(reading.agencies).find(name)
    const start = text.text.lastIndexOf(name)
    const item: CreditDraft = {
      list: 'wireCredits',
      relation: names.length === 1 ? 'sole' : 'combined',
      position: 'dateline',
      ...(agency && {agency}),
    }
    claimField(
      reading,
      slicePassage(text, start, start + name.length),
      {item, property: 'verbatim'},
      {rule: RULE, reason: 'The agency that filed the story, in its dateline'},
    )
  }
}

/** `LATER – the crew …`: capitals and a dash, and a word that is no known place and that the copy writes in small letters too. */
function doubtWord(reading: Reading, text: Passage, place: string): void {
  const word = place.toLowerCase()
  const isWord = COMMON_WORDS.has(word) || reading.raw.includes(` ${word} `)
  if (isKnownPlace(place) || !isWord) return
  reading.findings.push({
    code: 'dateline-or-prose',
    message: sayDoubt('dateline-or-prose', {words: place}),
    alternatives: [sayDoubt('is-dateline', {words: place}), sayDoubt('is-sentence')],
    ...passageRange(text),
  })
}

function shape(source: string, proof: Proof, mark = '') {
  return {pattern: new RegExp(`^${source}`, 'u'), proof, mark}
}
