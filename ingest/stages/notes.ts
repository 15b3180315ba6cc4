import {isKillNotice} from '../kill-notice.ts'
import {type Passage, passageRange, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type Reading,
  claimField,
  claimRemoval,
  claimSeparator,
  closeBlock,
  hasField,
  leaveBlock,
} from '../reading.ts'
import {sayDoubt} from '../say-doubt.ts'
import {versionKind} from '../version-kind.ts'
import {isSentence} from './head-lines.ts'

// `01 Jan 2026, 11:58 Hours`, `Published Wed, Nov 12, 2025 · 07:00 AM`, `Updated: 2026-07-15 13:14`
const TIME_STAMP =
  /^(?:(?:Published|Updated|Posted|PUBLISHED|UPDATED|First published|Last updated)(?: [Dd]ate)?(?: on| at)?:? ?)?(?:\p{L}{3,9},? )?(?:\d{1,2} \p{L}{3,9},? \d{4}|\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4})(?:[,;]?(?: at|T| [·|-])? ?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Hours|hrs|GMT|UTC|Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?)?\.?$/u
// `Updated at 9:50 p.m. ET Thursday`, `Last updated 5:12 PM, Nov 2, 2026`
const CLOCK_STAMP =
  /^(?:Updated|UPDATED|Posted|POSTED|Published|PUBLISHED|Last updated)(?: at| on|:)? \d{1,2}[:.]\d{2} ?[AaPp]\.?[Mm]\.?(?: \p{Lu}{2,4})?(?:,? (?:on )?\p{L}{3,9}\.?(?: \d{1,2})?(?:,? \d{4})?)?$/u
// `Updated Dec. 25 at 3:53 pm E.T.`
const DAY_STAMP =
  /^(?:Updated|UPDATED|Posted|POSTED|Published|PUBLISHED|Last updated):? \p{Lu}\p{Ll}{2,8}\.? \d{1,2}(?:, \d{4})?,? at \d{1,2}:\d{2} ?[AaPp]\.?[Mm]\.?(?: \p{Lu}[\p{Lu}.]{1,4})?$/u
const LONGEST_STAMP = 120
// `(Corrects paragraph 7 to show …)`, `Correction: …`, `This story corrects the name …`
const CORRECTION =
  /^(?:\((?:Corrects|CORRECTS|CORRECTION:|Corrected|Refiles|Refiled|Clarifies|This (?:version|story|article) corrects)\b[^]{3,600}\)|(?:\*? ?(?:Amended to |Amendment [Nn]ote: )|(?:CORRECTION|Correction|CLARIFICATION|Clarification|CORRECTED|REFILE)(?: ?\([^()]{1,30}\))?: ?)(?![^]{8,900}[.!?]["”)]? \p{Lu}{2,12}(?:, \p{Lu}{2,12}){0,3}$)[^]{8,800}|(?:EDITOR['’]S NOTE|Editor['’]s [Nn]ote)(?::| [_—–-]) ?(?=[^]{0,300}\b(?:correct|clarif|amend))[^]{8,800}|\(?This (?:story|version|article|report|item) (?:corrects|(?:has been|was|is) corrected)\b[^]{3,600})$/u
// an editor's note that corrects is a correction and no advisory
// `(Adds comments, detail)`, `(Updates with …)`, `(ATTN: UPDATES 5th para)`, `ATTENTION - ADDS quotes`, `Eds: With AP Photos. Updates.`,
// `(Croquis d'audience+Photo+Video)`
const ADVISORY =
  /^(?:\((?:Adds|Updates|Recasts|Rewrites|Writes through|Releads|Repeats|Removes|Trims|ADDS|UPDATES|RECASTS)\b[^()]{2,300}\)|\(ATTN: ?[^()]{2,300}\)|ATTENTION - .{3,300}|Eds: .{3,300}|\([\p{L}'’ ]{3,40}(?:\+[\p{L}'’ ]{3,40}){1,5}\)|(?:EDITOR['’]S NOTE|Editor['’]s [Nn]ote)(?::| [_—–-]) (?!.{0,300}\b(?:correct|clarif|amend)).{3,500})$/u
// `EMBARGOED until 0001 Friday`, `Not for publication before …`
const EMBARGO =
  /^[([*\s]{0,3}(?:STRICTLY |Strictly )?(?:EMBARGO(?:ED)?|Embargo(?:ed)?|NOT FOR (?:PUBLICATION|RELEASE|USE|BROADCAST) (?:BEFORE|UNTIL)|Not for (?:publication|release|use|broadcast) (?:before|until)|HOLD FOR RELEASE|Hold for release|FOR RELEASE|For [Rr]elease|A(?:DV|dv) ?\d{2}|ADVANCE FOR)\b.{0,200}$/u
const MARK =
  '(?:(?:STORY )?WITHDRAWN[:-]|(?:KILL|HOLD)(?: (?:KILL|HOLD)){2}|(?:MANDATORY |STORY )?KILL(?:ED)?(?: BULLETIN| ADVISORY| NOTICE)?(?::|-(?=\\p{Lu}\\p{Ll}))|CORRECTED[- ]?\\(OFFICIAL\\)-|(?:UPDATE \\d{1,2}|WRAPUP \\d{1,2}|CORRECTED|REFILE|REPEAT|RPT|EXCLUSIVE|URGENT|BRIEF|ALERT|BULLETIN|ADVISORY)-|(?:URGENT|Urgent|BULLETIN|Update|UPDATE|Correction|CORRECTION|CORRECTED|CORRECTIVE|LEAD|WRITETHRU|\\d(?:ST|ND|RD|TH|st|nd|rd|th) L[Dd](?:-Writethru)?):|\\((?:LEAD|URGENT|CORRECTED|CORRECTION|REFILE|ALERT|WRAP|FOCUS|UPDATE(?: \\d{1,2})?|\\d{1,2}(?:st|nd|rd|th) LD|News Focus|Actualización|Corrección|AMPLIACIÓN)\\)|(?:\\d(?:ST|ND|RD|TH) (?:LEAD|LD)|\\d(?:st|nd|rd|th) Ld-Writethru)\\b,?)'
// `STORY WITHDRAWN:`, `KILL-`, `MANDATORY KILL:`, `UPDATE 2-`, `CORRECTED-UPDATE 2-`, `(2nd LD) (News Focus) `, `1ST LEAD`, `Urgent: `
const VERSION_MARK = new RegExp(`^(?<mark>${MARK}(?: ?${MARK}){0,2})\\s?`, 'u')
// `Quay reopens -- LEAD`: behind the headline
const VERSION_BEHIND = /\s--\s?(?<mark>(?:\d(?:ST|ND|RD|TH) )?(?:LEAD|UPDATE|CORRECTION|URGENT))$/u

/** Reads the lines above a story by which the agency takes it back. Where nothing is below them, or a mark above them says so already, they are the story. */
export function readKillNotices(reading: Reading, head: readonly Block[]): void {
  for (const block of head) {
    const versionMark = VERSION_MARK.exec(block.passage.text)?.groups?.['mark']
    if (versionKind({versionMark}) === 'kill') return
    if (block.passage.text.length > LONGEST_NOTICE || !isKillNotice(block.passage.text)) continue
    const below = reading.blocks.slice(reading.blocks.indexOf(block) + 1)
    if (!below.some(({passage}) => isSentence(passage.text))) return
    claimField(reading, block.passage, 'versionMark', {
      rule: 'kill-notice@1',
      reason: 'The agency takes the story back',
    })
    closeBlock(block)
    return
  }
}

const LONGEST_NOTICE = 400

/**
 * Reads a line at the head that is about the copy and not part of it: time stamp, correction, advisory, embargo.
 *
 * @returns Whether it was one
 */
export function readNote(reading: Reading, block: Block): boolean {
  const {passage} = block
  const {text} = passage
  if (text.length > 900) return false
  if (isStamp(text)) return claimTimeStamp(reading, block)
  if (CORRECTION.test(text)) {
    claimField(reading, passage, 'correctionText', {
      rule: 'correction@1',
      reason: 'Note of a correction, refile or clarification',
    })
  } else if (ADVISORY.test(text)) {
    claimRemoval(reading, passage, {rule: 'advisory@1', reason: 'Advisory to editors'})
  } else if (EMBARGO.test(text)) {
    claimEmbargo(reading, passage)
  } else {
    return false
  }
  closeBlock(block)
  return true
}

/** Whether a line at the head is about the copy and not part of it. */
export function isNote(text: string): boolean {
  return isStamp(text) || CORRECTION.test(text) || ADVISORY.test(text) || EMBARGO.test(text)
}

function isStamp(text: string): boolean {
  if (text.length > LONGEST_STAMP) return false
  return TIME_STAMP.test(text) || CLOCK_STAMP.test(text) || DAY_STAMP.test(text)
}

// `(Corrects paragraph 7 to show …) PORTHAVEN (Reuters) - `: the note run on into the story
const GLUED_CORRECTION =
  /^\((?:Corrects|Corrected|Refiles|Refiled|Clarifies)\b[^()]{3,600}\)(?=\s\p{Lu})/u

/** Reads a correction that runs on into the dateline. */
export function readGluedCorrection(reading: Reading, block: Block): void {
  const length = GLUED_CORRECTION.exec(block.passage.text)?.[0].length
  if (length === undefined) return
  claimField(reading, slicePassage(block.passage, 0, length), 'correctionText', {
    rule: 'correction@1',
    reason: 'Note of a correction, refile or clarification',
  })
  leaveBlock(block, trimPassage(slicePassage(block.passage, length)))
}

// `… on Friday. (Corrects paragraph 7 to show …)`
const END_CORRECTION =
  /(?<=[.!?…]["”’')\]]{0,3}\s)\((?:Corrects|Corrected|Refiles|Refiled|Clarifies|This (?:version|story|article) corrects)\b[^]{3,600}\)$/u

/**
 * Reads a note of a correction behind the last sentence of the story.
 *
 * @returns Whether there was one
 */
export function readEndCorrection(reading: Reading, last: Block): boolean {
  const {passage} = last
  const base = Math.max(0, passage.text.length - 700)
  const match = END_CORRECTION.exec(passage.text.slice(base))
  const isWhole = CORRECTION.test(passage.text) && reading.blocks.length > 1
  const isTaken = hasField(reading, 'correctionText')
  if (isTaken || (!match && !isWhole)) return false
  const start = match && !isWhole ? base + match.index : 0
  claimField(reading, slicePassage(passage, start), 'correctionText', {
    rule: 'correction@1',
    reason: 'Note of a correction, refile or clarification',
  })
  leaveBlock(last, trimPassage(slicePassage(passage, 0, start)))
  return true
}

/** The first stamp is the source's date; a second one (`Updated …`) is furniture. */
function claimTimeStamp(reading: Reading, block: Block): boolean {
  if (hasField(reading, 'sourceDate')) {
    claimRemoval(reading, block.passage, {rule: 'time-stamp@1', reason: 'A further time stamp'})
  } else {
    claimField(reading, block.passage, 'sourceDate', {
      rule: 'time-stamp@1',
      reason: 'Date of the source, as printed',
    })
  }
  closeBlock(block)
  return true
}

function claimEmbargo(reading: Reading, passage: Passage): void {
  if (hasField(reading, 'embargoText')) {
    claimRemoval(reading, passage, {rule: 'embargo@1', reason: 'A further line on the embargo'})
    return
  }
  claimField(reading, passage, 'embargoText', {
    rule: 'embargo@1',
    reason: 'Embargo: the story is held until an editor has set its end or cleared it',
  })
  reading.findings.push({
    code: 'embargo-not-understood',
    message: sayDoubt('embargo', {received: passage.text}),
    alternatives: [sayDoubt('embargo-set'), sayDoubt('embargo-clear')],
    ...passageRange(passage),
  })
}

const VERSION_GROUNDS = {
  rule: 'version-mark@3',
  reason: 'Which version of the story the agency says this is',
}

/** Takes the version mark off a line: `UPDATE 2-Harbour reopens` and `Harbour reopens -- LEAD` leave `Harbour reopens`. */
export function readVersionMark(reading: Reading, block: Block): void {
  const {passage} = block
  if (hasField(reading, 'versionMark')) return
  const mark = VERSION_MARK.exec(passage.text)?.groups?.['mark']
  // `UPDATE: The quay was flooded.` is a sentence of the story
  const isLabel = mark !== undefined && /^\p{L}+:$/u.test(mark) && /[.!?]$/u.test(passage.text)
  if (mark !== undefined && !isLabel) {
    claimField(reading, slicePassage(passage, 0, mark.length), 'versionMark', VERSION_GROUNDS)
    leaveBlock(block, trimPassage(slicePassage(passage, mark.length)))
    return
  }
  const behind = VERSION_BEHIND.exec(passage.text.slice(-40))
  const printed = behind?.groups?.['mark']
  if (!behind || printed === undefined || passage.text.length > 200) return
  const end = passage.text.length
  claimField(reading, slicePassage(passage, end - printed.length), 'versionMark', VERSION_GROUNDS)
  const rest = slicePassage(passage, 0, end - behind[0].length)
  const dashes = trimPassage(slicePassage(passage, rest.text.length, end - printed.length))
  claimSeparator(reading, dashes, VERSION_GROUNDS)
  leaveBlock(block, trimPassage(rest))
}
