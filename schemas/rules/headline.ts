import {bodyParagraphs} from '../portable-text.ts'
import type {NamedAgency} from './agency-names.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'
import {firstSentence, isAllCapitals, sameWords} from './words.ts'

/** Characters before search results cut a headline; asked where no publication sets its own limit. */
export const HEADLINE_LIMIT = 110

// `UPDATE 1-`, `WRAPUP 2-`, `CORRECTED-`, `REFILE-`, `URGENT:`
const OPENING_MARK =
  /^(?:(?:UPDATE|WRAPUP|CORRECTED|REFILE|REPEAT|BRIEF|URGENT|EXCLUSIVE|ALERT)(?: \d{1,2})?-|(?:Urgent|URGENT): ?)/u
// `(LEAD)`, `(2nd LD)`, `1st Ld-Writethru`
const VERSION_MARK = /\((?:\d\w\w )?(?:LEAD|LD|URGENT)\)|\b\d(?:st|nd|rd|th) (?:Ld|LD)\b/u

/** A story needs a headline to be published; copy without one may be imported. */
export function headlinePresent(headline: unknown): Verdict {
  return wordsOf(headline) !== '' || say('headline-missing')
}

export function headlineNotAllCapitals(headline: unknown): Verdict {
  return !isAllCapitals(wordsOf(headline)) || say('headline-capitals')
}

/** `…` and abbreviations such as `U.S.` may end a headline. */
export function headlineNoFullStop(headline: unknown): Verdict {
  const words = wordsOf(headline)
  const ends = words.endsWith('.') && !words.endsWith('..') && !/(?:^|[\s.])\p{Lu}\.$/u.test(words)
  return !ends || say('headline-full-stop')
}

/** @param limit - In characters as a reader counts them */
export function headlineWithinLimit(headline: unknown, limit: number): Verdict {
  const length = [...new Intl.Segmenter().segment(wordsOf(headline))].length
  return length <= limit || say('headline-long', {length, limit})
}

export function headlineNotFirstSentence(headline: unknown, body: unknown): Verdict {
  const first = bodyParagraphs(body).find(({style}) => style === 'normal')
  if (first === undefined || !sameWords(wordsOf(headline), firstSentence(first.text))) return true
  return say('headline-repeats-text')
}

/** Marks of the wire that are no part of a headline: `REUTERS`, `UPDATE 1-`, `(LEAD)`. */
export function headlineNoResidue(headline: unknown, agencies: readonly NamedAgency[]): Verdict {
  const words = wordsOf(headline)
  const last = /(?:^|\s)(?<last>\p{Lu}{3,20})$/u.exec(words)?.groups?.['last']
  const shouted = last !== undefined && /\p{Ll}/u.test(words) && isShoutedName(last, agencies)
  const residue =
    OPENING_MARK.exec(words)?.[0] ?? VERSION_MARK.exec(words)?.[0] ?? (shouted ? last : undefined)
  return residue === undefined || say('headline-residue', {residue: residue.trim()})
}

/** `REUTERS` is "Reuters" in the capitals of a credit; `BBC` is a name of its own. */
function isShoutedName(word: string, agencies: readonly NamedAgency[]): boolean {
  return agencies.some(({name}) => name !== word && name.toUpperCase() === word)
}

function wordsOf(headline: unknown): string {
  return typeof headline === 'string' ? headline.trim() : ''
}
