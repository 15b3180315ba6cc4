import {indexAgencies} from '../agencies/agency-index.ts'
import {matchesOf} from '../matches-of.ts'
import {type Passage, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type BylineDraft,
  type CreditDraft,
  type Reading,
  claimConstruct,
  claimField,
  claimRemoval,
  closeBlock,
  hasField,
  leaveBlock,
} from '../reading.ts'
import {COMMON_WORDS, PROPER_WORDS} from '../words/common-words.ts'

const RULE = 'byline@1'
const GROUNDS = {rule: RULE, reason: 'Byline: who wrote the story'}

// `By Ann Lee and Bob Cole`, `By: Lydia Tan`, `BY ANN LEE=`, `Par Ann LEE`
const LINE =
  /^(?<by>(?:(?:BY|By) )?(?:By|BY|by|Par|Por|Von):? )(?<names>[^.!?=]{2,60}(?:\.[^.!?=]{1,60}){0,3}?)(?<end>\s?=?)$/u
// `Ann Lee in Porthaven, and agencies`
const WITH_AGENCIES = /^(?<by>)(?<names>\p{Lu}[^.!?=:,]{4,80},? and agencies)$/u
// `By: --`
const EMPTY = /^(?:By|BY):?(?: ?[-–—]{1,3})?$/u
const SEPARATOR = /,? (?:and|AND|&) |\s*;\s*/gu
// `Associated Press=`, `AP Sports Writer=`, `AP Sports Writer`: the line under a byline
const HOUSE_LINE =
  /^(?!(?:By|BY) )(?<house>\p{Lu}[\p{L} .'’-]{1,50}?(?<job>[Ww]riter|[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Cc]olumnist|[Cc]hief)?)(?<mark> ?=)?$/u
const LONGEST_HOUSE_LINE = 80
/** A person's name, an agency or a desk: every word of weight begins with a capital. */
const NAME =
  /^(?:(?:dpa|tca) )?(?:\p{Lu}[\p{L}\p{M}.'’-]{0,24}|[a-z]{1,3}|al-\p{L}{1,20})(?: (?:\p{Lu}[\p{L}\p{M}.'’-]{0,24}|de|da|del|der|van|von|bin|bint|binti|ibn|al|el|la|le|a\/l|d\/o|correspondents?)){0,5}$/u
// `Callow Tribune`, `The Harbour Herald`, `Herald Digital`
const PAPER =
  /^(?:The )?(?:\p{Lu}[\p{L}.’'&-]{0,24} ){1,4}(?:Tribune|Times|Post|Herald|News|Daily|Press|Star|Journal|Gazette|Chronicle|Courier|Globe|Inquirer|Observer|Standard|Telegraph|Register|Dispatch|Sentinel|Network|Service|Digital|Online|Radio|Magazine|Weekly)$/u
const EMAIL = /\S{1,64}@\S{1,100}\.\p{L}{2,12}/u

/**
 * Reads a line that names the authors.
 *
 * @returns Whether it was one
 */
export function readByline(reading: Reading, block: Block): boolean {
  const {passage} = block
  if (passage.text.length > 220) return false
  if (EMPTY.test(passage.text)) {
    claimRemoval(reading, passage, {rule: RULE, reason: 'Byline that was left empty'})
    closeBlock(block)
    return true
  }
  const {text} = passage
  const match =
    LINE.exec(text) ?? (text.endsWith(' and agencies') ? WITH_AGENCIES.exec(text) : null)
  const by = match?.groups?.['by']
  const names = match?.groups?.['names']
  if (by === undefined || names === undefined) return false
  const list = slicePassage(passage, by.length, by.length + names.trimEnd().length)
  const people = splitPeople(list, reading)
  const index = indexAgencies(reading.agencies)
  if (!people.every(({name}) => NAME.test(name.text) || index.find(name.text))) return false
  claimConstruct(reading, passage, GROUNDS, () => claimPeople(reading, people))
  closeBlock(block)
  const next = reading.blocks[reading.blocks.indexOf(block) + 1]
  if (next) readHouseLine(reading, next)
  return true
}

// `Ada Finch`, `Ada Q. Finch`: a line below the title that is a name and nothing else
const BARE_NAME =
  /^\p{Lu}\p{Ll}[\p{L}’'-]{1,20}(?: \p{Lu}\.)?(?: \p{Lu}[\p{Ll}’'][\p{L}’'-]{1,20}){1,2}$/u

// `Ports correspondent`, `Chief political editor, in Callow`
const JOB_LINE =
  /^(?:\p{L}[\p{L}’'-]{1,20} ){0,4}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Bb]ureau [Cc]hief)(?:,? in \p{Lu}[\p{L} ]{2,30})?$/u
// `Ada Finch Ports correspondent`
const NAME_AND_JOB =
  /^(?<name>\p{Lu}\p{Ll}[\p{L}’'-]{1,20} \p{Lu}[\p{Ll}’'][\p{L}’'-]{1,20}),? (?<job>(?:\p{L}[\p{L}’'-]{1,20} ){0,4}(?:correspondent|editor|reporter|columnist|writer))$/u

/**
 * Reads a name below the title with what its bearer does, on one line or on two.
 *
 * @param next - The line below
 * @returns Whether it was one
 */
export function readNameWithJob(reading: Reading, block: Block, next: Block): boolean {
  const {passage} = block
  const item: BylineDraft = {list: 'bylines', role: 'by'}
  const claim = (part: Passage, property: string) =>
    claimField(reading, part, {item, property}, {...GROUNDS, confidence: 0.9})
  const {name, job} = NAME_AND_JOB.exec(passage.text)?.groups ?? {}
  if (name !== undefined && job !== undefined) {
    claimConstruct(reading, passage, GROUNDS, () => {
      claim(slicePassage(passage, 0, name.length), 'nameAsWritten')
      claim(slicePassage(passage, passage.text.length - job.length), 'jobTitle')
    })
    closeBlock(block)
    return true
  }
  if (!BARE_NAME.test(passage.text) || !JOB_LINE.test(next.passage.text)) return false
  claim(passage, 'nameAsWritten')
  claim(next.passage, 'jobTitle')
  closeBlock(block)
  closeBlock(next)
  return true
}

/**
 * Reads a line below the title and its time stamp that is somebody's name, as papers on the web print their authors.
 *
 * @returns Whether it was one
 */
export function readBareName(reading: Reading, block: Block): boolean {
  const {text} = block.passage
  if (
    !BARE_NAME.test(text) ||
    !hasField(reading, 'sourceDate') ||
    indexAgencies(reading.agencies).find(text)
  )
    return false
  const words = text.toLowerCase().split(' ')
  if (words.some((word) => COMMON_WORDS.has(word) || PROPER_WORDS.has(word))) return false
  // who is spoken of in the story is no author, and a word of it no name
  const surname = text.split(' ').at(-1) ?? ''
  const isSpokenOf = reading.blocks.some(
    (other) => other !== block && other.passage.text.includes(surname),
  )
  const isWord = words.some((word) => reading.raw.includes(` ${word} `))
  if (isSpokenOf || isWord) return false
  const item: BylineDraft = {list: 'bylines', role: 'by'}
  const grounds = {...GROUNDS, confidence: 0.8}
  claimField(reading, block.passage, {item, property: 'nameAsWritten'}, grounds)
  closeBlock(block)
  return true
}

/** The house or the job of the authors named on the line before. */
function readHouseLine(reading: Reading, block: Block): void {
  if (block.passage.text.length > LONGEST_HOUSE_LINE) return
  const {house, job, mark} = HOUSE_LINE.exec(block.passage.text)?.groups ?? {}
  if (house === undefined) return
  const isAgency = indexAgencies(reading.agencies).find(house) !== undefined
  const isPaper = PAPER.test(house)
  if (!isAgency && !isPaper && job === undefined && mark === undefined) return
  const property = isAgency || isPaper ? 'affiliationText' : 'jobTitle'
  const authors = authorsWithout(reading, property)
  // an agency alone under a byline without the mark of the wire is the story's credit
  if (authors.size === 0 || (isAgency && mark === undefined)) return
  claimConstruct(reading, block.passage, GROUNDS, () => {
    for (const item of authors) {
      claimField(reading, slicePassage(block.passage, 0, house.length), {item, property}, GROUNDS)
    }
  })
  closeBlock(block)
}

/** The authors named so far of whom this is not yet known. */
function authorsWithout(reading: Reading, property: string): ReadonlySet<BylineDraft> {
  const authors = new Set<BylineDraft>()
  const known = new Set<BylineDraft>()
  for (const claim of reading.claims) {
    if (claim.kind !== 'field' || typeof claim.target === 'string') continue
    const {item} = claim.target
    if (item.list !== 'bylines' || item.role !== 'by') continue
    authors.add(item)
    if (claim.target.property === property) known.add(item)
  }
  return new Set([...authors].filter((author) => !known.has(author)))
}

interface Person {
  readonly name: Passage
  readonly detail?: Passage
  readonly detailKind?: 'jobTitle' | 'affiliationText' | 'locationText' | 'email'
}

function splitPeople(list: Passage, reading: Reading): Person[] {
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

function claimPeople(reading: Reading, people: readonly Person[]): void {
  for (const {name, detail, detailKind} of people) {
    const isEmail = detailKind === 'email'
    const item: BylineDraft = {
      list: 'bylines',
      role: 'by',
      ...(isEmail && detail && {email: detail.text}),
    }
    claimField(reading, name, {item, property: 'nameAsWritten'}, GROUNDS)
    if (detail === undefined || detailKind === undefined) continue
    if (isEmail) claimRemoval(reading, detail, {rule: RULE, reason: 'An author’s e-mail address'})
    else claimField(reading, detail, {item, property: detailKind}, GROUNDS)
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

// `… until Friday. —Ann Lee`, `… until Friday. — A.B.Lee`
const SIGNED =
  /[.!?…]["”’')\]]{0,2}\s{0,2}[—–]{1,2}\s?(?<name>(?!With )(?:\p{Lu}[\p{Ll}’'-]{1,20}(?: \p{Lu}\.| \p{Lu}[\p{L}’'-]{1,20}){0,4} \p{Lu}[\p{L}’'-]{1,20}|(?:\p{Lu}\.){1,4} ?\p{Lu}[\p{Ll}’'-]{1,20}(?: \p{Lu}[\p{Ll}’'-]{1,20})?))$/u
// `Ann Lee, The Canadian Press`: a line of its own below the story
const SIGNED_BELOW =
  /^(?:[-–—]{1,2} ?)?(?<name>\p{Lu}[\p{Ll}’'-]{1,20}(?: \p{Lu}\.){0,2}(?: \p{Lu}[\p{L}’'-]{1,20}){1,3}), (?<house>(?:The )?\p{Lu}[\p{L} ]{1,40})$/u

/**
 * Reads the author who signs a story behind its last full stop.
 *
 * @returns Whether someone did
 */
export function readSignature(reading: Reading, last: Block): boolean {
  const {passage} = last
  if (readSignedBelow(reading, last)) return true
  const name = SIGNED.exec(passage.text.slice(-120))?.groups?.['name']
  if (name === undefined || indexAgencies(reading.agencies).find(name)) return false
  const start = passage.text.length - name.length
  const item: BylineDraft = {list: 'bylines', role: 'by'}
  const grounds = {rule: 'signature@1', reason: 'Signed by its author', confidence: 0.8}
  claimField(reading, slicePassage(passage, start), {item, property: 'nameAsWritten'}, grounds)
  const text = passage.text.slice(0, start).replace(/\s*[—–]{1,2}\s?$/u, '')
  leaveBlock(last, trimPassage(slicePassage(passage, 0, text.length)))
  return true
}

/** The author and the agency that sent the story, below it: the agency is a source of it. */
function readSignedBelow(reading: Reading, last: Block): boolean {
  const {passage} = last
  if (passage.text.length > 90 || reading.blocks.length < 2) return false
  const {name, house} = SIGNED_BELOW.exec(passage.text)?.groups ?? {}
  const agency = house === undefined ? undefined : indexAgencies(reading.agencies).find(house)
  if (name === undefined || house === undefined || agency === undefined) return false
  const author: BylineDraft = {list: 'bylines', role: 'by'}
  const credit: CreditDraft = {list: 'wireCredits', relation: 'sole', position: 'ownLine', agency}
  const grounds = {rule: 'signature@1', reason: 'Signed by its author', confidence: 0.9}
  const start = passage.text.indexOf(name)
  const from = passage.text.length - house.length
  claimConstruct(reading, passage, grounds, () => {
    const printed = slicePassage(passage, start, start + name.length)
    claimField(reading, printed, {item: author, property: 'nameAsWritten'}, grounds)
    const printedHouse = slicePassage(passage, from)
    claimField(reading, printedHouse, {item: author, property: 'affiliationText'}, grounds)
    claimField(reading, printedHouse, {item: credit, property: 'verbatim'}, grounds)
  })
  closeBlock(last)
  return true
}
