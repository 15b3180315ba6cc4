import {indexAgencies} from '../agencies/agency-index.ts'
import {matchesOf} from '../matches-of.ts'
import {type Passage, slicePassage, trimPassage} from '../passage.ts'
import {type BylineDraft, type Reading, claimField, claimRemoval} from '../reading.ts'

export const BYLINE_GROUNDS = {rule: 'byline@1', reason: 'Byline: who wrote the story'}

const SEPARATOR = /,? (?:and|AND|&) |\s*;\s*/gu
/** A person's name, an agency or a desk: every word of weight begins with a capital. */
export const NAME =
  /^(?:(?:dpa|tca) )?(?:\p{Lu}[\p{L}\p{M}.'’-]{0,24}|[a-z]{1,3}|al-\p{L}{1,20})(?: (?:\p{Lu}[\p{L}\p{M}.'’-]{0,24}|de|da|del|der|van|von|bin|bint|binti|ibn|al|el|la|le|a\/l|d\/o|correspondents?)){0,5}$/u
// `Callow Tribune`, `The Harbour Herald`, `Herald Digital`
export const PAPER =
  /^(?:The )?(?:\p{Lu}[\p{L}.’'&-]{0,24} ){1,4}(?:Tribune|Times|Post|Herald|News|Daily|Press|Star|Journal|Gazette|Chronicle|Courier|Globe|Inquirer|Observer|Standard|Telegraph|Register|Dispatch|Sentinel|Network|Service|Digital|Online|Radio|Magazine|Weekly)$/u
const EMAIL = /\S{1,64}@\S{1,100}\.\p{L}{2,12}/u

/** Somebody in a list of authors, with what is printed beside the name. */
export interface Person {
  readonly name: Passage
  readonly detail?: Passage
  readonly detailKind?: 'jobTitle' | 'affiliationText' | 'locationText' | 'email'
}

/** `Ann Lee in Porthaven, Bob Cole and Reuters`: each of them. */
export function splitPeople(list: Passage, reading: Reading): Person[] {
  const parts: Passage[] = []
  let start = 0
  for (const match of matchesOf(list.text, SEPARATOR)) {
    parts.push(trimPassage(slicePassage(list, start, match.index)))
    start = match.index + match[0].length
  }
  parts.push(trimPassage(slicePassage(list, start)))
  const people: Person[] = []
  for (const part of parts) people.push(...splitCommas(part, parts.length > 1, reading))
  return people
}

/** `Stephen Powell, Reuters` is a person and a house; `Ann Lee, Bob Cole and Eve Orr` are three people. */
function splitCommas(part: Passage, isList: boolean, reading: Reading): Person[] {
  const bar = part.text.indexOf(' | ')
  if (bar !== -1) {
    const title = trimPassage(slicePassage(part, bar + 3))
    return [{name: trimPassage(slicePassage(part, 0, bar)), detail: title, detailKind: 'jobTitle'}]
  }
  const comma = part.text.indexOf(', ')
  if (comma === -1) return [splitPlace(part)]
  const name = slicePassage(part, 0, comma)
  const rest = slicePassage(part, comma + 2)
  const isHouse = indexAgencies(reading.agencies).find(rest.text) ?? PAPER.test(rest.text)
  if (isHouse) return [{name, detail: rest, detailKind: 'affiliationText'}]
  if (EMAIL.test(rest.text)) return [{name, detail: rest, detailKind: 'email'}]
  const isTitle =
    /\b(?:correspondent|editor|reporter|writer|staff|chief|bureau|columnist|desk)\b/iu.test(
      rest.text,
    )
  if (isTitle || (!isList && !NAME.test(rest.text))) {
    const place = /, in (?=\p{Lu}[\p{L} ]{2,40}$)/u.exec(rest.text)
    const title = place === null ? rest : slicePassage(rest, 0, place.index)
    return [{name, detail: title, detailKind: 'jobTitle'}]
  }
  return [splitPlace(name), ...splitCommas(rest, isList, reading)]
}

/** `Ann Lee in Porthaven` */
function splitPlace(part: Passage): Person {
  const match = / in (?=\p{Lu})/u.exec(part.text)
  if (!match) return {name: part}
  return {
    name: slicePassage(part, 0, match.index),
    detail: slicePassage(part, match.index + match[0].length),
    detailKind: 'locationText',
  }
}

/** Makes bylines of them. */
export function claimPeople(reading: Reading, people: readonly Person[]): void {
  for (const {name, detail, detailKind} of people) {
    const isEmail = detailKind === 'email'
    const item: BylineDraft = {
      list: 'bylines',
      role: 'by',
      ...(isEmail && detail && {email: detail.text}),
    }
    claimField(reading, name, {item, property: 'nameAsWritten'}, BYLINE_GROUNDS)
    if (detail === undefined || detailKind === undefined) continue
    if (isEmail)
      claimRemoval(reading, detail, {...BYLINE_GROUNDS, reason: 'An author’s e-mail address'})
    else claimField(reading, detail, {item, property: detailKind}, BYLINE_GROUNDS)
  }
}

const DOTTED = /\.? ?\. (?=and )/u

/** Claims the names of a list of authors: `Ann Lee and Bob Cole`, `Ann Lee. and Bob Cole`. */
export function claimAuthors(reading: Reading, list: Passage): void {
  const cut = DOTTED.exec(list.text)
  if (cut === null) {
    claimPeople(reading, splitPeople(list, reading))
    return
  }
  claimPeople(reading, splitPeople(slicePassage(list, 0, cut.index), reading))
  const rest = slicePassage(list, cut.index + cut[0].length + 'and '.length)
  claimPeople(reading, splitPeople(rest, reading))
}
