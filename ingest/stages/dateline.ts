import {indexAgencies} from '../agencies/agency-index.ts'
import type {Agency} from '../agencies/agency.ts'
import {type Passage, passageRange, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type CreditDraft,
  type DatelineDraft,
  type Reading,
  claimField,
  claimSeparator,
  leaveBlock,
} from '../reading.ts'

const RULE = 'dateline@1'

const MONTH =
  '(?:Jan(?:uary|vier)?|JAN|Feb(?:ruary)?|FEB|Mar(?:ch)?|MAR(?:CH)?|Apr(?:il)?|APR|May|MAY|mai|June?|JUNE?|juin|July?|JULY?|Aug(?:ust)?|AUG|Sept?(?:ember)?|SEPT?|Oct(?:ober)?|OCT|Nov(?:ember)?|NOV|Dec(?:ember)?|DEC|janv?|févr?|mars|avr|juil|août|sept|oct|nov|déc)\\.?'
const DATE = `(?<date>${MONTH} \\d{1,2}(?:, \\d{4})?|\\d{1,2}\\.? ${MONTH}(?: \\d{4})?)`
const WORD = "\\p{Lu}[\\p{L}\\p{M}.'’-]{0,24}"
/** `PORTHAVEN, Maine`, `SURABAYA, Indonesia/JAKARTA`, `New Delhi`, `Porthaven (Kerala) [India]` */
const PLACE = `(?<place>${WORD}(?:(?:, ?|/| |-| (?:de|of|and|al|el|la|sur|am|an|upon) )${WORD}){0,6}(?: \\(${WORD}\\))?(?: \\[${WORD}\\])?)`
const CAPITALS = `(?<place>\\p{Lu}[\\p{Lu}.'’-]{1,24}(?:[ /-]\\p{Lu}[\\p{Lu}.'’-]{0,24}){0,3}(?:, ${WORD}(?: ${WORD}){0,2})?(?:/\\p{Lu}[\\p{Lu} .'’-]{1,24})?)`
const AGENCY = '(?<agency>[^()]{2,40})'
const MARK = '(?:\\.?\\s?[-–—_]{1,2}|\\.-|:|=)'

/** The shapes, the surest first. `needsAgency`: the name must be in the registry. */
const SHAPES: readonly {readonly pattern: RegExp; readonly needsAgency: boolean}[] = [
  // `PORTHAVEN, Jan 30 (Reuters) - `, `Porthaven (dpa) - `, `Beirut (CNN) -- `, `Port Haven, Apr 27 (PTI) `
  shape(`${PLACE}(?:[,.] ${DATE})?\\.? ?\\(${AGENCY}\\)(?:\\s?${MARK})?\\s?`, true),
  // `Jan 30 (Reuters) - `
  shape(`${DATE} \\(${AGENCY}\\)\\s?${MARK}\\s?`, true),
  // `(ANSA) - PORTHAVEN, JUL 11 - `
  shape(`\\(${AGENCY}\\) [-–—] ${CAPITALS}, ${DATE} [-–—]{1,2} `, true),
  // `(Reuters) - `, `(CNN)Every year`
  shape(`\\(${AGENCY}\\)(?:\\s?${MARK})?\\s?`, true),
  // `PORTHAVEN, January 21. /TASS/. `
  shape(`${PLACE}, ${DATE}\\. /(?<agency>[^/]{2,20})/\\. `, true),
  // `PORTHAVEN, Japan, Dec. 9 Kyodo - `
  shape(`${PLACE}, ${DATE} (?<agency>\\p{Lu}\\p{L}{2,12}) [-–—]{1,2} `, true),
  // `Porthaven, AAP - `
  shape(`${PLACE}, (?<agency>\\p{Lu}{2,8}) [-–—]{1,2} `, true),
  // `LONDON, March 19 - `, `LONDON, March 1: `
  shape(`${PLACE}, ${DATE}(?: ?(?:--|[-–—_])|:) `, false),
  // `[SEOUL] `
  shape(`\\[${CAPITALS}\\] `, false),
  // `LITTLE ROCK, Ark. _ `, `SORSOGON CITY – `
  shape(`${CAPITALS}(?: ?(?:--|[-–—_]) |[–—])(?=["“'‘]?[\\p{L}\\p{N}])`, false),
  // `SINGAPORE: `
  shape(
    `(?<place>\\p{Lu}[\\p{Lu}.'’-]{2,24}(?: \\p{Lu}[\\p{Lu}.'’-]{1,24}){0,2}(?:/\\p{Lu}{3,20})?): (?=["“'‘]?[\\p{Lu}\\p{N}])`,
    false,
  ),
]

/** Capitals before a colon or a dash that are labels, not places. */
const LABELS =
  /^(?:READ|ALSO|SEE|MORE|PHOTOS?|VIDEO|WATCH|LIVE|UPDATED?|BREAKING|EXCLUSIVE|URGENT|NOTE|EDITOR|CORRECTION|RELATED|FACTBOX|ANALYSIS|OPINION|COMMENT|Q|A|BRIEF|ADVERTISEMENT|CAPTION|SOURCE|GRAPHIC|TIMELINE|EXPLAINER|INTERVIEW|PREVIEW|SUMMARY|REVIEW|WARNING|FILE|HEADLINE|COPYRIGHT|EMBARGO(?:ED)?|STORY|TIP-INS|UP NEXT|QUESTION|ANSWER)\b/u

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

interface Found {
  /** Length of the dateline with its closing mark */
  readonly length: number
  readonly place: string | null
  readonly date?: string
  readonly agencyNames: readonly string[]
}

/** Whether a paragraph opens with a dateline: then the story begins here. */
export function findDateline(
  text: string,
  {agencies}: Pick<Reading, 'agencies'>,
): Found | undefined {
  const opening = text.slice(0, 160).replaceAll('\u00A0', ' ')
  const index = indexAgencies(agencies)
  for (const {pattern, needsAgency} of SHAPES) {
    const match = pattern.exec(opening)
    const groups = match?.groups
    if (!match || groups === undefined) continue
    const printed = groups['agency']
    const names = printed === undefined ? [] : agencyNames(printed, (name) => index.find(name))
    if (needsAgency && names.length === 0) continue
    const place = groups['place'] ?? null
    if (place !== null && (LABELS.test(place) || (!needsAgency && index.find(place)))) continue
    if (match[0].length >= text.length) continue
    const date = groups['date']
    return {length: match[0].length, place, agencyNames: names, ...(date !== undefined && {date})}
  }
  return undefined
}

/** `Reuters`, `tca/dpa`, `AP/Reuters`; none when a name is unknown and no part is known, as in `(23)` or `(left)`. */
function agencyNames(printed: string, find: (name: string) => Agency | undefined): string[] {
  if (find(printed)) return [printed]
  const parts = printed.split('/')
  return parts.length > 1 && parts.every((part) => find(part)) ? parts : []
}

function claimDateline(reading: Reading, passage: Passage, found: Found): void {
  const printed = slicePassage(passage, 0, found.length)
  const textLength = printed.text.replace(/[\s\-–—_:=]+$/u, '').replace(/(?<=\))\.$/u, '').length
  const text = slicePassage(printed, 0, textLength)
  const index = indexAgencies(reading.agencies)
  const agency = index.find(found.agencyNames[0] ?? '')
  const item: DatelineDraft = {
    list: 'dateline',
    place: found.place,
    ...(found.date !== undefined && {date: found.date}),
    ...(agency && {agency}),
  }
  const grounds = {rule: RULE, reason: 'Dateline: where the story was filed'}
  claimField(reading, text, {item, property: 'text'}, grounds)
  claimSeparator(reading, trimPassage(slicePassage(printed, textLength)), grounds)
  claimCredits(reading, text, found.agencyNames)
  if (
    found.place !== null &&
    found.agencyNames.length === 0 &&
    /[-–—:]/u.test(printed.text.at(-2) ?? '')
  ) {
    doubtCommonWord(reading, text, found.place)
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

/** `LATER – the crew …`: capitals and a dash, and a word that may be no place. */
function doubtCommonWord(reading: Reading, text: Passage, place: string): void {
  if (
    !/^(?:THE|A|AN|IT|THIS|THAT|NOW|THEN|LATER|TODAY|WHAT|WHY|HOW|WHO|FIRST|NO|YES)\b/u.test(place)
  )
    return
  reading.findings.push({
    code: 'dateline-or-prose',
    message: `Is “${place}” where the story was filed, or how the sentence begins?`,
    alternatives: [`dateline: ${place}`, 'part of the sentence'],
    ...passageRange(text),
  })
}

function shape(source: string, needsAgency: boolean) {
  return {pattern: new RegExp(`^${source}`, 'u'), needsAgency}
}
