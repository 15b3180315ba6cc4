import {type Passage, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type BylineDraft,
  type BylineRole,
  type Reading,
  claimConstruct,
  claimField,
  leaveBlock,
} from '../reading.ts'

const RULE = 'contributors@1'
const GROUNDS = {rule: RULE, reason: 'Who else worked on the story'}

// `(Reporting by Ann Lee in Porthaven; Additional reporting by …; Editing by …)`; a typing slip in "Editing" is known from real copy
const ROLE =
  /(?<role>additional reporting|reporting|writing|written|editing|edtitng|edited|reported|compiled)(?: and (?<second>reporting|writing|editing))? by:? /giu
const STARTS_LINE =
  /^[([]?(?:additional reporting|reporting|writing|written|editing|edtitng|edited|reported|compiled)(?: and (?:reporting|writing|editing))? by:? /iu
const IN_BRACKETS =
  /(?<=[.!?…]["”’')\]]{0,3}\s{0,2})[([](?:additional reporting|reporting|writing|written|editing|edtitng)(?: and (?:reporting|writing|editing))? by:? [^()[\]]{3,900}[)\]]?\.?$/iu
// `Ann Lee and Bob Cole in Porthaven contributed to this report.`
const CONTRIBUTED =
  /(?<=^|[.!?]["”’')]{0,2}\s)(?<opening>(?:[\p{Lu}][\p{L}’']{1,20}(?: [\p{Lu}][\p{L}’']{1,20})?['’]s? |(?:AP|Associated Press|Reuters|Staff) (?:(?:\p{L}{2,12} )?(?:writers?|reporters?|correspondents?|journalists?) ))?)(?<names>[^.!?;:"“”]{3,300}?) (?:also )?contributed (?:reporting )?(?:to|for) this (?:report|story|article)(?: from [\p{L}, ]{2,60})?\.?$/u

/**
 * Reads the line of contributors at the end of a story, whole or in brackets behind the last sentence.
 *
 * @returns Whether anyone was claimed
 */
export function readContributors(reading: Reading, last: Block): boolean {
  const {passage} = last
  const start = contributorLineStart(passage.text)
  if (start !== undefined) {
    const line = trimPassage(slicePassage(passage, start))
    claimConstruct(reading, line, GROUNDS, () => claimLine(reading, line))
    leaveBlock(last, trimPassage(slicePassage(passage, 0, start)))
    return true
  }
  const base = Math.max(0, passage.text.length - 500)
  const match = CONTRIBUTED.exec(passage.text.slice(base))
  const names = match?.groups?.['names']
  if (!match || names === undefined || /\b(?:he|she|they|it|that|which|who)\b/iu.test(names)) {
    return false
  }
  const lineStart = base + match.index
  const namesStart = lineStart + (match.groups?.['opening']?.length ?? 0)
  claimConstruct(reading, slicePassage(passage, lineStart), GROUNDS, () => {
    const list = slicePassage(passage, namesStart, namesStart + names.length)
    claimNames(reading, list, ['contributed'])
  })
  leaveBlock(last, trimPassage(slicePassage(passage, 0, lineStart)))
  return true
}

function contributorLineStart(text: string): number | undefined {
  if (STARTS_LINE.test(text) && text.length < 1000) return 0
  const base = Math.max(0, text.length - 1000)
  const match = IN_BRACKETS.exec(text.slice(base))
  return match ? base + match.index : undefined
}

function claimLine(reading: Reading, passage: Passage): void {
  const roles = [...passage.text.matchAll(ROLE)]
  for (const [index, match] of roles.entries()) {
    const namesStart = match.index + match[0].length
    const namesEnd = roles[index + 1]?.index ?? passage.text.length
    const names = slicePassage(passage, namesStart, namesEnd)
    const length = names.text.replace(/[\s;.,)\]]+$/u, '').length
    const kinds = [match.groups?.['role'], match.groups?.['second']].filter(
      (kind) => kind !== undefined,
    )
    claimNames(reading, slicePassage(names, 0, length), kinds.map(roleOf))
  }
}

function roleOf(printed: string): BylineRole {
  const role = printed.toLowerCase()
  if (role.startsWith('additional')) return 'additionalReporting'
  if (role.startsWith('writ') || role.startsWith('compiled')) return 'writing'
  return role.startsWith('ed') ? 'editing' : 'reporting'
}

const SEPARATOR = /(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s*&\s*)/gu
// `Ann Lee in Porthaven`, `Bob Cole at the United Nations`
const PLACE = /^(?<name>.{2,60}?) (?<link>in|at|from) (?<place>(?:the )?\p{Lu}.{1,40})$/u
const NAME = /^\p{Lu}|^[a-z]{1,3} \p{Lu}|^(?:de|van|von|al|el|bin)\b/u

function claimNames(reading: Reading, passage: Passage, roles: readonly BylineRole[]): void {
  let start = 0
  const parts: [number, number][] = []
  for (const match of passage.text.matchAll(SEPARATOR)) {
    parts.push([start, match.index])
    start = match.index + match[0].length
  }
  parts.push([start, passage.text.length])
  for (const [from, to] of parts) {
    claimName(reading, trimPassage(slicePassage(passage, from, to)), roles)
  }
}

/** One person with two roles stands in two entries that share the name. */
function claimName(reading: Reading, part: Passage, roles: readonly BylineRole[]): void {
  if (part.text === '') return
  const groups = PLACE.exec(part.text)?.groups
  const name = groups?.['name'] ?? part.text
  const place = groups?.['place']
  const nameOnly = slicePassage(part, 0, name.length)
  const property = NAME.test(name) ? 'nameAsWritten' : 'locationText'
  for (const role of roles) {
    const item: BylineDraft = {list: 'bylines', role}
    claimField(reading, nameOnly, {item, property}, GROUNDS)
    if (place === undefined) continue
    const placeStart = part.text.length - place.length
    claimField(reading, slicePassage(part, placeStart), {item, property: 'locationText'}, GROUNDS)
  }
}
