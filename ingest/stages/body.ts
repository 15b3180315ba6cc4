import {indexAgencies} from '../agencies/agency-index.ts'
import {matchesOf} from '../matches-of.ts'
import {type Passage, slicePassage, trimPassage} from '../passage.ts'
import {type Block, type BodyDraft, type Reading, claimField, hasField} from '../reading.ts'
import {isCrossHeadText} from './cross-head-text.ts'
import {readLeadIn} from './lead-in.ts'
import {type WordForms, collectWordForms} from './word-forms.ts'

const GROUNDS = {rule: 'body@1', reason: 'Body of the story: claimed by nothing else'}

/** What nobody has claimed is body, a paragraph a block; its opening capitals become a mark. */
export function readBody(reading: Reading): void {
  if (reading.blocks.some(isRunTogether)) {
    reading.blocks = reading.blocks.flatMap((block) => cutAtCrossHeads(reading, block))
  }
  const policy = reading.publication?.leadInPolicy ?? 'capitals'
  const {blocks} = reading
  let collected: WordForms | undefined
  const forms = () => (collected ??= collectWordForms(blocks))
  let mayLeadIn = policy === 'capitals'
  for (const [index, {passage}] of reading.blocks.entries()) {
    const isCrossHead = isCrossHeadAt(reading, index)
    const leadIn = mayLeadIn && !isCrossHead ? readLeadIn(passage, forms) : undefined
    const item: BodyDraft = {
      list: 'body',
      style: isCrossHead ? 'crossHead' : 'normal',
      leadIn: leadIn?.length ?? 0,
    }
    claimField(reading, leadIn?.passage ?? passage, {item, property: 'text'}, GROUNDS)
    if (leadIn) reading.findings.push(...leadIn.findings)
    mayLeadIn = policy === 'capitals' && isCrossHead
  }
  reading.blocks = []
}

/**
 * A short line between paragraphs that is no sentence is a cross-head. The first one may be where it is numbered; two may stand over one
 * another; the last entry of a list is none.
 */
function isCrossHeadAt({blocks, claims}: Reading, index: number): boolean {
  const text = blocks[index]?.passage.text ?? ''
  const next = blocks[index + 1]?.passage.text
  const before = blocks[index - 1]?.passage.text
  if (!isCrossHeadText(text) || next === undefined) return false
  if (before === undefined) {
    return hasField({claims}, 'headline') && NUMBERED.test(text) && isProse(next, text)
  }
  if (isEntry(before)) return false
  if (isProse(next, text)) return true
  const below = blocks[index + 2]?.passage.text
  const isOver = STANDS_OVER.test(text) && !isCrossHeadText(before) && isCrossHeadText(next)
  return isOver && below !== undefined && isProse(below, next)
}

/** Three words at most, and no figure. */
const STANDS_OVER = /^[^\d\s]{1,24}(?: [^\d\s]{1,24}){0,2}$/u
const NUMBERED = /^(?:\d{1,2}|[IVX]{1,5})[.)] \p{Lu}/u

/** Enough text for a paragraph below a cross-head; a heading in capitals is sure of itself. */
function isProse(text: string, crossHead: string): boolean {
  if (/^\p{Ll}|@|^(?:https?:|www\.)/u.test(text.slice(0, 60))) return false
  return text.endsWith(':') || text.length >= (/\p{Ll}/u.test(crossHead) ? 45 : 20)
}

/** A line of a list: in small letters or behind a bullet, without a stop. */
function isEntry(text: string): boolean {
  return /^(?:[•*·▪–-]\s|\p{Ll})/u.test(text) && /[\p{L}\p{N};,]$/u.test(text)
}

// `… fell ill. WHAT COMES NEXT The port …`, `… he said. "NO ONE KNOWS" The port …`
const CAPITAL_HEAD =
  /[.!?…]["”’')\]]{0,3}\s{1,2}(?<head>["“]?(?:\p{Lu}[\p{Lu}’'-]{0,20}|\d{1,4})(?:,? (?:\p{Lu}[\p{Lu}’'-]{0,20}|\d{1,4})){1,8}[?!]?["”]?)(?=\s["“'‘]?(?:\p{Lu}[\p{Ll}’']|(?:A|I)\s\p{Ll}))/gu
/** A text this long on one line had paragraphs once. */
const RUN_TOGETHER = 600

function isRunTogether({passage}: Block): boolean {
  return passage.text.length >= RUN_TOGETHER
}

/** Cuts a text whose paragraphs were run together at the cross-heads that are printed in capitals. */
function cutAtCrossHeads(reading: Reading, block: Block): readonly Block[] {
  const {passage} = block
  if (!isRunTogether(block)) return [block]
  const parts: Block[] = []
  let from = 0
  for (const match of matchesOf(passage.text, CAPITAL_HEAD)) {
    const {head = ''} = match.groups ?? {}
    const letters = head.replaceAll(/[^\p{Lu}]/gu, '').length
    const isName = indexAgencies(reading.agencies).find(head) !== undefined
    if (letters < 9 || isName || !head.includes(' ')) continue
    const start = match.index + match[0].length - head.length
    parts.push(
      partOf(block, slicePassage(passage, from, start)),
      partOf(block, slicePassage(passage, start, start + head.length)),
    )
    from = start + head.length
  }
  if (parts.length === 0) return [block]
  const rest = partOf(block, slicePassage(passage, from))
  return [...parts, rest].filter((part) => part.passage.text !== '')
}

function partOf({signs}: Block, passage: Passage): Block {
  return {passage: trimPassage(passage), blankLinesBefore: 0, signs}
}
