import {indexAgencies} from '../agencies/agency-index.ts'
import {matchesOf} from '../matches-of.ts'
import {type Passage, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type BylineDraft,
  type BylineRole,
  type CreditDraft,
  type Reading,
  claimConstruct,
  claimField,
  claimRemoval,
  claimSeparator,
  leaveBlock,
} from '../reading.ts'
import {readCreditNames} from './credit-names.ts'
import {type Person, readPeople} from './people.ts'

const GROUNDS = {rule: 'contributors@1', reason: 'Who else worked on the story'}

const VERBS =
  '(?:additional reporting|reporting|writing|written|editing|edtitng|edited|reported|compiled)(?: and (?:reporting|writing|editing))?'
// `(Reporting by Ann Lee in Porthaven; Editing by …)`; the slip "Edtitng by" is known from real copy
const ROLE =
  /(?:[-–—] ?)?(?<role>additional reporting|reporting|writing|written|editing|edtitng|edited|reported|compiled)(?: and (?<second>reporting|writing|editing))? by\s?[:\uFF1A]?[\s\uFFFD]?/giu
const OPENS_LINE = new RegExp(
  `^(?:[([]|[-–—]{1,2} ?)?${VERBS} by\\s?[:\\uFF1A]?[\\s\\uFFFD]?`,
  'iu',
)
const AFTER_SENTENCE = new RegExp(
  `(?<=[.!?…]["”’')\\]]{0,3}\\s{0,2}|:\\s(?=\\()|https?:\\/\\/\\S{1,100}\\s)(?:[([]|[-–—]{1,2} ?)?${VERBS} by:? [^()[\\]]{3,1900}[)\\]]?\\.?$`,
  'iu',
)
const LONGEST = 2000
/** Quicker than the words themselves, and few texts have it. */
const BY = /[dgn] by\b/iu
const ROLE_WORDS =
  /(?:report|writ|edi?t|compil)\w{1,5} by\b|(?:and|AND) (?:reporting|writing|editing) by/iu

interface Range {
  readonly start: number
  readonly end: number
}

/** One reader of a line of contributors: where it begins in the text, and who is in it. */
interface Line {
  readonly start: number
  readonly people: readonly Credited[]
}
interface Credited {
  /** Where the names begin; those of `people` count from there */
  readonly start: number
  readonly people: readonly Person[]
  /** Where the place stands, when it does not follow each name */
  readonly place?: Range
  readonly roles: readonly BylineRole[]
}

/**
 * Reads the line of contributors at the end of a story, whole or behind the last sentence.
 *
 * @returns Whether anyone was claimed
 */
export function readContributors(reading: Reading, last: Block): boolean {
  removeCreditRequest(reading, last)
  const {text} = last.passage
  const line = findLine(reading, text) ?? findAuthorAway(reading, text)
  if (line === undefined) return false
  const passage = slicePassage(last.passage, line.start)
  claimConstruct(reading, trimPassage(passage), GROUNDS, () => {
    for (const credited of line.people) claimPeople(reading, last.passage, credited)
  })
  leaveBlock(last, trimPassage(slicePassage(last.passage, 0, line.start)))
  return true
}

// `(Reporting by Ann Lee; Editing by Bob Cole. Please credit the Thomson Reuters Foundation, … Visit …)`
const CREDIT_REQUEST = /(?<=[.;] ?)Please credit the \p{Lu}[^]{10,400}?(?=\)?$)/u

/** Takes out what an agency asks of the papers that print its story, behind those who worked on it. */
function removeCreditRequest(reading: Reading, last: Block): void {
  const {passage} = last
  if (passage.text.length > LONGEST || !passage.text.includes('Please credit the ')) return
  const match = CREDIT_REQUEST.exec(passage.text)
  if (match === null) return
  const end = match.index + match[0].length
  claimRemoval(reading, slicePassage(passage, match.index, end), {
    rule: 'credit-request@1',
    reason: 'How the agency wants to be credited',
  })
  claimSeparator(reading, trimPassage(slicePassage(passage, end)), GROUNDS)
  leaveBlock(last, trimPassage(slicePassage(passage, 0, match.index)))
}

/** Whether a paragraph is a line of contributors and nothing else. */
export function isContributorsLine(reading: Reading, text: string): boolean {
  return text.length < LONGEST && findLine(reading, text)?.start === 0
}

function findLine(reading: Reading, text: string): Line | undefined {
  return (
    findRoles(text) ??
    findContributed(text) ??
    findAssisted(reading, text) ??
    findReportedFrom(text)
  )
}

function findRoles(text: string): Line | undefined {
  const tail = text.slice(-LONGEST)
  if (!BY.test(tail) || !ROLE_WORDS.test(tail)) return undefined
  const start = findStart(text)
  if (start === undefined) return undefined
  const people: Credited[] = []
  const line = text.slice(start)
  const matches = matchesOf(line, ROLE)
  for (const [index, match] of matches.entries()) {
    const from = match.index + match[0].length
    const printed = line.slice(from, matches[index + 1]?.index ?? line.length)
    const length = printed.replace(/(?:[\s;.,)\]-]|, \+?[\d ]{6,24}.*)+$/u, '').length
    const roles = [match.groups?.['role'], match.groups?.['second']].filter(
      (role) => role !== undefined,
    )
    const named = readPeople(printed.slice(0, length))
    if (named === undefined) return undefined
    people.push({start: start + from, people: named, roles: roles.map(roleOf)})
  }
  return people.length === 0 ? undefined : {start, people}
}

function findStart(text: string): number | undefined {
  if (text.length < LONGEST && OPENS_LINE.test(text)) return 0
  const base = Math.max(0, text.length - LONGEST)
  const after = AFTER_SENTENCE.exec(text.slice(base))
  return after === null ? undefined : base + after.index
}

function roleOf(printed: string): BylineRole {
  const role = printed.toLowerCase()
  if (role.startsWith('additional')) return 'additionalReporting'
  if (role.startsWith('writ') || role.startsWith('compiled')) return 'writing'
  return role.startsWith('ed') ? 'editing' : 'reporting'
}

// `Associated Press writers Ann Lee and Bob Cole in Porthaven contributed to this report.`, `CNN's Eve Orr …`
const HOUSE =
  "(?:(?:\\p{Lu}[\\p{L}.’'&-]{1,24} ){1,5}(?:staff )?(?:writers?|reporters?|correspondents?|journalists?|producers?) |(?:The )?\\p{Lu}[\\p{L}]{1,20}(?: \\p{Lu}\\p{L}{1,20}){0,3}[’']s? (?=\\p{Lu}))"
const CONTRIBUTED = new RegExp(
  `(?<=^|[.!?]["”’')]{0,2}\\s?)(?<house>${HOUSE})?(?<names>[\\p{Lu}](?:[^!?;:"“”.]|(?<=\\b(?:\\p{Lu}|Jr|Sr|St|Dr))\\.){3,300}?) (?:also )?(?:(?:contributed(?: reporting| research)? (?:to|for)|helped (?:with|report)|assisted (?:with|in)) this (?:report|story|article|post|piece|dispatch|coverage)|contributed (?:reporting|research))(?: from [\\p{L}, ]{2,60})?\\.?$`,
  'u',
)

const HELPED = / (?:contributed|helped|assisted) /u

function findContributed(text: string): Line | undefined {
  const base = Math.max(0, text.length - 500)
  if (!HELPED.test(text.slice(base))) return undefined
  return peopleLine(base, CONTRIBUTED.exec(text.slice(base)), ['contributed'])
}

// `--With assistance from Eve Orr and Ida Moss.`, `— With files from Ann Lee in Callow`, `— With Edvard Moss`,
// `Reporting was contributed by Ann Lee and Bob Cole.`
const ASSISTED =
  /(?:^|(?<=[.!?…]["”’')\]]{0,3})\s{0,2})[([]?(?:(?:[-–—]{1,2} ?)?With (?:assistance|help|contributions|files|additional reporting) (?:from|by) |[-–—]{1,2} ?With (?=\p{Lu}[\p{L}’'-]{1,20} \p{Lu})|Reporting was contributed by )(?<names>[^()[\]]{3,300}?)[.)\]]{0,2}$/u

function findAssisted(reading: Reading, text: string): Line | undefined {
  const base = Math.max(0, text.length - 400)
  if (!/[Ww]ith |contributed by/u.test(text.slice(base))) return undefined
  const match = ASSISTED.exec(text.slice(base))
  const names = match?.groups?.['names']
  // agencies alone are a credit and no contributors
  if (names === undefined || readCreditNames(names, reading)) return undefined
  const line = peopleLine(base, match, ['contributed'])
  const [people] = line?.people ?? []
  if (!match || !line || !people) return undefined
  return {...line, people: [{...people, start: line.start + match[0].lastIndexOf(names)}]}
}

// `Ann Lee reported from Porthaven and Bob Cole from Lower Marlow.`, `Eve Orr wrote it in Callow.`
const CLAUSE =
  "(?:\\p{Lu}[\\p{L}.’'-]{0,24} ){2,4}(?:(?:reported|wrote)(?: it| this (?:story|report))? )?(?:from|in) \\p{Lu}[\\p{L}.’'-]{1,24}(?: \\p{Lu}[\\p{L}.’'-]{1,24}){0,3}"
const REPORTED_FROM = new RegExp(
  `(?<=^|[.!?]["”’')]{0,2}\\s?)(?<house>${HOUSE})?(?<clauses>${CLAUSE}(?:(?:, and|,| and|;) ${CLAUSE}){0,4})\\.$`,
  'u',
)
const CLAUSE_PARTS = new RegExp(
  "(?<name>(?:\\p{Lu}[\\p{L}.’'-]{0,24} ){2,4})(?<verb>(?:reported|wrote)(?: it| this (?:story|report))? )?(?:from|in) (?<place>\\p{Lu}[\\p{L}.’'-]{1,24}(?: \\p{Lu}[\\p{L}.’'-]{1,24}){0,3})",
  'gu',
)

function findReportedFrom(text: string): Line | undefined {
  const base = Math.max(0, text.length - 400)
  if (!text.includes('reported ', base) && !text.includes('wrote ', base)) return undefined
  const match = REPORTED_FROM.exec(text.slice(base))
  const clauses = match?.groups?.['clauses']
  if (!match || clauses === undefined || !/ (?:reported|wrote) /u.test(clauses)) return undefined
  const start = base + match.index
  const from = start + (match.groups?.['house']?.length ?? 0)
  const people = matchesOf(clauses, CLAUSE_PARTS).map((clause): Credited => {
    const {name = '', verb = '', place = ''} = clause.groups ?? {}
    const nameStart = from + clause.index
    const end = nameStart + clause[0].length
    return {
      start: nameStart,
      people: readPeople(name.trimEnd()) ?? [],
      place: {start: end - place.length, end},
      roles: [verb.startsWith('wrote') ? 'writing' : 'reporting'],
    }
  })
  return {start, people}
}

// `Lee reported from Porthaven.`: an author by surname, above the line of those who helped
const AUTHOR_AWAY =
  /^\p{Lu}[\p{L}’'-]{1,24} reported from \p{Lu}[\p{L}., ’'-]{2,40}(?:(?:,? and|;) \p{Lu}[\p{L}’'-]{1,24} (?:reported )?from \p{Lu}[\p{L}., ’'-]{2,40})?\.$/u

/** Says where the author of the byline was: nobody new, so the line holds no name for a field. */
function findAuthorAway(reading: Reading, text: string): Line | undefined {
  const follows = reading.claims.some(({rule}) => rule === GROUNDS.rule)
  return follows && text.length < 160 && AUTHOR_AWAY.test(text) ? {start: 0, people: []} : undefined
}

function peopleLine(
  base: number,
  match: RegExpExecArray | null,
  roles: readonly BylineRole[],
): Line | undefined {
  const names = match?.groups?.['names']
  const people = names === undefined ? undefined : readPeople(names)
  if (!match || people === undefined) return undefined
  const start = base + match.index
  const from = start + (match.groups?.['house']?.length ?? 0)
  return {start, people: [{start: from, people, roles}]}
}

/** One person with two roles stands in two entries that share the name. An agency that contributed is a credit too. */
function claimPeople(reading: Reading, passage: Passage, credited: Credited): void {
  const {start, people, place, roles} = credited
  for (const person of people) {
    const name = slicePassage(passage, start + person.name.start, start + person.name.end)
    const own = person.place && {
      start: start + person.place.start,
      end: start + person.place.end,
    }
    const printedPlace = own ?? place
    for (const role of roles) {
      const item: BylineDraft = {list: 'bylines', role}
      claimField(reading, name, {item, property: 'nameAsWritten'}, GROUNDS)
      if (printedPlace === undefined) continue
      const where = slicePassage(passage, printedPlace.start, printedPlace.end)
      claimField(reading, where, {item, property: 'locationText'}, GROUNDS)
    }
    claimAgency(reading, name)
  }
}

function claimAgency(reading: Reading, name: Passage): void {
  const agency = indexAgencies(reading.agencies).find(name.text)
  if (agency === undefined) return
  const item: CreditDraft = {
    list: 'wireCredits',
    relation: 'withInputsFrom',
    position: 'ownLine',
    agency,
  }
  claimField(reading, name, {item, property: 'verbatim'}, GROUNDS)
}
