import {type Passage, passageRange, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type CreditDraft,
  type Grounds,
  type Reading,
  claimConstruct,
  claimField,
  leaveBlock,
} from '../reading.ts'
import {sayDoubt} from '../say-doubt.ts'
import type {CreditPosition} from '../story.ts'
import {readCreditNames} from './credit-names.ts'

const RULE = 'end-credit@2'

// A whole line: `REUTERS`, `— AP`, `(With inputs from PTI)`, `AFP, REUTERS.`
const OWN_LINE =
  /^(?:[-–—=]{1,3}\s?)?(?<open>\()?(?<names>[^()]{2,120}?)(?<close>\))?(?:\s?\.{3}|[.•…])?$/u
// `… until Friday. REUTERS`, `… enough.” AFP, REUTERS`, `… per cent.AFP`, `… said. — AP •`
const AFTER_FULL_STOP =
  /[.!?…]["”’')\]]{0,3}(?<gap>\s{0,2}(?:[-–—=]{1,3}\s?)?)(?<names>[^.!?…"“”()]{2,80}?)(?<end>(?:\s?\.{3}|[.…])?\s?•?)$/u
// `… said. (Reuters)`, `… said. (With inputs from PTI).`
const IN_BRACKETS = /(?<before>[.!?…]["”’')\]]{0,3})?\s{0,2}\((?<names>[^()]{2,80})\)\.?$/u
/** How a text ends in a bracket: it spares most texts a search for its opening. */
const CLOSES = /\)\.?$/u
// `… he said -- Bernama`, `… the court ruled –Reuters`
const AFTER_DASH = /\s(?:--|[–—])\s?(?<names>[^-–—.!?"“”()]{2,60})\.?$/u
// `… told REUTERS.`: the agency before the full stop belongs to the sentence
const IN_SENTENCE = /\s(?<names>\p{Lu}{3,12}(?:, \p{Lu}{2,12}){0,3})$/u

/**
 * Reads the wire credit that ends a story: a line of its own, or what follows the last full stop.
 *
 * @param last - The last block that still holds text
 * @returns Whether a credit was claimed
 */
export function readEndCredit(reading: Reading, last: Block): boolean {
  const {passage} = last
  if (claimOwnLine(reading, last)) return true
  const tail = passage.text.slice(-220)
  const base = passage.text.length - tail.length
  const trailing: readonly [RegExp, CreditPosition][] = [
    [AFTER_FULL_STOP, 'end'],
    [IN_BRACKETS, 'parenthesis'],
    [AFTER_DASH, 'end'],
  ]
  for (const [pattern, position] of trailing) {
    if (pattern === IN_BRACKETS && !CLOSES.test(tail.slice(-2))) continue
    const match = pattern.exec(tail)
    const printed = match?.groups?.['names']
    if (!match || printed === undefined) continue
    const start = base + tail.lastIndexOf(printed, tail.length)
    if (!readCreditNames(printed, reading)) continue
    const isDoubtful = position === 'parenthesis' && match.groups?.['before'] === undefined
    if (isDoubtful) {
      doubt(reading, slicePassage(passage, start, start + printed.length))
      return false
    }
    claimCreditNames(reading, slicePassage(passage, start, start + printed.length), position)
    const keep = match.groups?.['gap'] ?? ''
    const bodyEnd =
      position === 'end' && pattern === AFTER_FULL_STOP
        ? start - keep.length
        : base + match.index + (match.groups?.['before']?.length ?? 0)
    leaveBlock(last, trimPassage(slicePassage(passage, 0, bodyEnd)))
    return true
  }
  doubtInSentence(reading, passage, tail, base)
  return false
}

/**
 * Reads a line over the story that names where it comes from and nothing else: `from RT`, `Agencies`, `AFP, REUTERS`.
 *
 * @returns Whether it was one
 */
export function readTopCredit(reading: Reading, block: Block): boolean {
  const {passage} = block
  if (passage.text.length > 60 || !readCreditNames(passage.text, reading)) return false
  const grounds = {rule: 'top-credit@1', reason: 'Wire credit on top of the story'}
  claimCreditNames(reading, passage, 'ownLine', grounds)
  leaveBlock(block, slicePassage(passage, 0, 0))
  return true
}

function claimOwnLine(reading: Reading, last: Block): boolean {
  const {passage} = last
  if (passage.text.length > 130 || reading.blocks.length < 2) return false
  const match = OWN_LINE.exec(passage.text)
  const printed = match?.groups?.['names']
  if (printed === undefined || !readCreditNames(printed, reading)) return false
  const start = passage.text.indexOf(printed)
  const names = slicePassage(passage, start, start + printed.length)
  claimCreditNames(
    reading,
    names,
    match?.groups?.['open'] === undefined ? 'ownLine' : 'parenthesis',
  )
  leaveBlock(last, slicePassage(passage, 0, 0))
  return true
}

const GROUNDS = {rule: RULE, reason: 'Wire credit at the end of the story'}

/** Claims each name of a credit for its own entry; `passage` is the credit without brackets. */
export function claimCreditNames(
  reading: Reading,
  passage: Passage,
  position: CreditPosition,
  grounds: Grounds = GROUNDS,
): void {
  const names = readCreditNames(passage.text, reading) ?? []
  claimConstruct(reading, passage, grounds, () => {
    for (const {start, end, relation, agency} of names) {
      const item: CreditDraft = {list: 'wireCredits', relation, position, ...(agency && {agency})}
      claimField(reading, slicePassage(passage, start, end), {item, property: 'verbatim'}, grounds)
    }
  })
}

/** `(AP)` after words without a full stop may spell out an agency that the sentence names. */
function doubt(reading: Reading, printed: Passage): void {
  reading.findings.push({
    code: 'credit-or-prose',
    message: sayDoubt('credit-or-prose', {words: printed.text}),
    alternatives: [sayDoubt('is-credit', {words: printed.text}), sayDoubt('is-sentence')],
    ...passageRange(printed),
  })
}

function doubtInSentence(reading: Reading, passage: Passage, tail: string, base: number): void {
  const match = IN_SENTENCE.exec(tail)
  const printed = match?.groups?.['names']
  if (!match || printed === undefined || !readCreditNames(printed, reading)) return
  const start = base + match.index + 1
  doubt(reading, slicePassage(passage, start, start + printed.length))
}
