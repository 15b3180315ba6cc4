import {type BodyDraft, type Reading, claimField} from '../reading.ts'
import {readLeadIn} from './lead-in.ts'
import {collectWordForms} from './word-forms.ts'

const GROUNDS = {rule: 'body@1', reason: 'Body of the story: claimed by nothing else'}

/** What nobody has claimed is body, a paragraph a block; its opening capitals become a mark. */
export function readBody(reading: Reading): void {
  const policy = reading.publication?.leadInPolicy ?? 'capitals'
  const forms = collectWordForms(reading.blocks)
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
  if (next === undefined || next.length < 60 || text.length > 70) return false
  if (!/^["“'‘]?[\p{Lu}\p{N}]/u.test(text) || /[.:,;!]["”’')]{0,2}$/u.test(text)) return false
  if (/["”’']$/u.test(text) && !/^["“'‘]/u.test(text)) return false
  if (/ (?:a|an|the|of|in|to|on|for|and|or|with|at|by|from)$/u.test(text)) return false
  return text.split(' ').length <= 9
}
