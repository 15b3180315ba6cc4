import {indexAgencies} from '../agencies/agency-index.ts'
import {type Passage, slicePassage, trimPassage} from '../passage.ts'
import {type Block, type BodyDraft, type Reading, claimField} from '../reading.ts'
import {readLeadIn} from './lead-in.ts'
import {type WordForms, collectWordForms} from './word-forms.ts'

const GROUNDS = {rule: 'body@1', reason: 'Body of the story: claimed by nothing else'}

/** What nobody has claimed is body, a paragraph a block; its opening capitals become a mark. */
export function readBody(reading: Reading): void {
  reading.blocks = reading.blocks.flatMap((block) => cutAtCrossHeads(reading, block))
  const policy = reading.publication?.leadInPolicy ?? 'capitals'
  const {blocks} = reading
  let collected: WordForms | undefined
  const forms = () => (collected ??= collectWordForms(blocks))
  let mayLeadIn = policy === 'capitals'
  for (const [index, {passage}] of reading.blocks.entries()) {
    const isCrossHead =
      index > 0 && isCrossHeadText(passage.text, reading.blocks[index + 1]?.passage.text)
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

/** A short line between paragraphs that is no sentence: `REVISING CONSTITUTION`, `What comes next?`. */
function isCrossHeadText(text: string, next: string | undefined): boolean {
  const isCapitals = !/\p{Ll}/u.test(text)
  if (next === undefined || next.length < (isCapitals ? 20 : 45) || text.length > 70) return false
  if (!/^["“'‘]?[\p{Lu}\p{N}]/u.test(text) || /(?:(?<!\.\.)\.|[:,;!])["”’')]{0,2}$/u.test(text))
    return false
  if (/\p{Ll}[.!?]["”’')]{0,2} \p{Lu}/u.test(text)) return false
  if (/["”’']$/u.test(text) && !/^["“'‘]/u.test(text)) return false
  if (/^\p{Lu}\p{Ll}{2,8}\.? \d{1,2}\b.*[:,]/u.test(text)) return false
  if (/https?:|www\.|@|;| vs |: \d|\d[^]{0,40}\s\d/u.test(text)) return false
  if (/ (?:a|an|the|of|in|to|on|for|and|or|with|at|by|from)$/u.test(text)) return false
  return text.split(' ').length <= 9
}

// `… fell ill. WHAT COMES NEXT The port …`, `… he said. "NO ONE KNOWS" The port …`
const CAPITAL_HEAD =
  /[.!?…]["”’')\]]{0,3}\s{1,2}(?<head>["“]?(?:\p{Lu}[\p{Lu}’'-]{0,20}|\d{1,4})(?:,? (?:\p{Lu}[\p{Lu}’'-]{0,20}|\d{1,4})){1,8}[?!]?["”]?)(?=\s["“'‘]?(?:\p{Lu}[\p{Ll}’']|(?:A|I)\s\p{Ll}))/gu
/** A text this long on one line had paragraphs once. */
const RUN_TOGETHER = 600

/** Cuts a text whose paragraphs were run together at the cross-heads that are printed in capitals. */
function cutAtCrossHeads(reading: Reading, block: Block): readonly Block[] {
  const {passage} = block
  if (passage.text.length < RUN_TOGETHER) return [block]
  const parts: Block[] = []
  let from = 0
  for (const match of passage.text.matchAll(CAPITAL_HEAD)) {
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
