import {indexAgencies} from '../agencies/agency-index.ts'
import {passageRange, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type CreditDraft,
  type Reading,
  claimField,
  claimRemoval,
  leaveBlock,
} from '../reading.ts'

// `This article originally appeared at Harbour Weekly. Copyright 2026.`, `This story was first published in The Tide on Nov 2.`
const NOTE =
  /(?<=^|[.!?…]["”’')\]]{0,3}\s?)\(?(?<before>(?:(?:This|The) (?:article|story|post|piece|report|column|essay)(?: (?:was|is|has been))? (?:originally|first)|Originally|First) (?:appeared|published|ran|posted)(?: (?:at|on|in|by))? (?:the )?)(?<source>\p{Lu}[\p{L}\p{N}&.’'-]{0,30}(?: (?:\p{Lu}[\p{L}\p{N}&.’'-]{0,30}|of|the|and|for|on)){0,5}?)(?<!\.)(?: (?:on|in) [\p{L}\d ,]{4,30})?[.)]{0,2}(?: Copyright(?: ©)? \d{4}[^.]{0,40}\.)?(?: (?:Follow|Like) [^.]{3,60}\.)?$/u

const SOURCE =
  "(?<source>\\p{Lu}[\\p{L}\\p{N}&.’'-]{0,30}(?: (?:\\p{Lu}[\\p{L}\\p{N}&.’'-]{0,30}|of|the|and|for|on)){0,5}?)(?<!\\.)"
/** Lines of which all says where the story comes from; the source is a name. */
const LINES: readonly RegExp[] = [
  // `Quay reopens after a year originally appeared on Harbour.example on Mon 1 Jan 2026 at 10:05. Please see our terms.`
  // `The post Quay reopens appeared first on Harbour Weekly.`
  line(
    `(?<before>(?:The post )?[^]{5,200}? (?:(?:originally|first) appeared|appeared (?:originally|first)) (?:on|in|at) (?:the )?)${SOURCE}(?: on [\\p{L}\\d :,]{4,50})?\\.?(?: Please see our [^.]{3,60}\\.)?`,
  ),
  // `This report by The Canadian Press was first published June 10, 2026.`
  line(
    `(?<before>This (?:report|story|article) by )${SOURCE} was first published(?: on)? \\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}, \\d{4}\\.?`,
  ),
  // `Information from: Harbour Times, http://…`
  line(`(?<before>Information from: (?:the )?)${SOURCE}(?:, ?(?:https?://|www\\.)\\S{3,120})?`),
]

function line(source: string): RegExp {
  return new RegExp(`^${source}$`, 'u')
}

/**
 * Reads the note that says where a story was printed first: that paper is a source of it.
 *
 * @returns Whether the last block ends in one
 */
export function readSyndication(reading: Reading, last: Block): boolean {
  const {passage} = last
  const lines = passage.text.length > 400 ? [] : LINES
  const whole = lines.map((pattern) => pattern.exec(passage.text)).find(Boolean)
  const base = whole ? 0 : Math.max(0, passage.text.length - 300)
  const match = whole ?? NOTE.exec(passage.text.slice(base))
  const source = match?.groups?.['source']
  if (!match || source === undefined || reading.blocks.length < 2) return false
  const start = base + match.index
  const from = start + match[0].indexOf(source, match.groups?.['before']?.length ?? 0)
  const name = slicePassage(passage, from, from + source.length)
  const grounds = {
    rule: 'syndication@1',
    reason: 'Where the story was printed first',
    confidence: 0.9,
  }
  const agency = indexAgencies(reading.agencies).find(source)
  const item: CreditDraft = {
    list: 'wireCredits',
    relation: 'via',
    position: 'ownLine',
    ...(agency && {agency}),
  }
  claimRemoval(reading, trimPassage(slicePassage(passage, start, from)), grounds)
  claimField(reading, name, {item, property: 'verbatim'}, grounds)
  const rest = trimPassage(slicePassage(passage, from + source.length))
  if (rest.text !== '' && passageRange(rest).end > passageRange(name).end)
    claimRemoval(reading, rest, grounds)
  leaveBlock(last, trimPassage(slicePassage(passage, 0, start)))
  return true
}
