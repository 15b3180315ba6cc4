import {type Passage, slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type BylineDraft,
  type Reading,
  claimConstruct,
  claimField,
  claimRemoval,
  closeBlock,
  hasField,
  leaveBlock,
} from '../reading.ts'
import {claimAuthors} from './author-list.ts'
import {readCreditNames} from './credit-names.ts'
import {claimCreditNames} from './credit.ts'

const CLOCK = '\\d{1,2}[:.]\\d{2}(?: ?[AaPp]\\.?[Mm]\\.?)?(?: [A-Z]{2,4})?'
const DAY =
  '(?:\\p{Lu}\\p{Ll}{2,8},? )?(?:\\d{1,2}(?:st|nd|rd|th)? \\p{Lu}\\p{Ll}{2,8},? \\d{4}|\\p{Lu}\\p{Ll}{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})'
const STAMP = `(?:${CLOCK},? (?:on )?${DAY}|${DAY}(?:,? (?:at )?${CLOCK})?)`
const LABEL =
  '(?:Published|Updated|Posted|PUBLISHED|UPDATED|POSTED|Last [Uu]pdated(?: at| on)?|First published)'
const NAMES = "\\p{Lu}[\\p{L}\\p{M} .’'-]{1,60}?"
const STOP = ' ?\\. ?'

// `By. Ann Lee. PUBLISHED:. 14:08 EST, 18 August 2026. |. UPDATED:. 02:34 EST, 19 August 2026. The quay …`
const GLUED_BYLINE = new RegExp(
  `^By${STOP}(?<names>${NAMES}(?:${STOP}and ${NAMES})?)${STOP}(?<handle>Follow @{1,2}\\w{2,30}${STOP})?(?<stamps>(?:(?:\\|${STOP})?${LABEL}:?${STOP}?${STAMP}${STOP}){0,2})(?=["“'‘]?[\\p{Lu}\\p{N}])`,
  'u',
)
// `ByAnn Lee,Reporter THE QUAY of …`, `By Ann Lee and Bob Cole, Senior Reporters The quay …`: author and job run into the first sentence
const GLUED_JOB = new RegExp(
  `^By ?(?<names>${NAMES}), ?(?<job>(?:\\p{Lu}\\p{Ll}{2,12} ){0,3}(?:Reporter|Writer|Correspondent|Editor|Columnist)s?) (?=["“'‘]?\\p{Lu})`,
  'u',
)
// `Harbour reopens Updated: 2026-07-15 13:14 By Ann Lee(Harbour Daily)`, `Harbour reopens Updated: 2026-07-15 13:14 (Agencies)`
const GLUED_TITLE = new RegExp(
  `^(?<title>.{8,180}?) (?<stamp>${LABEL}:? ?${STAMP})(?: By:? (?<names>${NAMES}) ?(?:\\((?<house>[^()]{2,40})\\))?| \\((?<credit>[^()]{2,40})\\))?$`,
  'u',
)
// `Ann Lee | Staff Writer | Tuesday, 25 November 2026`, `Ann Lee | 25 November 2026`
const BARS = new RegExp(
  `^(?:By )?(?<names>${NAMES}) \\| (?:(?<job>[\\p{L} -]{3,40}) \\| )?(?<stamp>${STAMP})$`,
  'u',
)
// `Posted on by harbourmaster`, `Posted on November 2, 2026 by Ann Lee`, `Posted by Ann Lee on …`
const POSTED = new RegExp(
  `^Posted (?:on )?(?:(?<stamp>${STAMP}) )?by (?<names>[\\p{L}\\p{N}_.’'-]{2,30}(?: \\p{Lu}[\\p{L}.’'-]{0,24}){0,3})(?: (?:on|at) (?<later>${STAMP}))?$`,
  'u',
)
// `Herald Staff • Last updated on Fri, 27 Apr, 2026, 07:29 PM`, `By: Ann Lee, Harbour Daily, Callow Last updated : April 27, 2026 6:03 pm`
const AUTHOR_STAMP = new RegExp(
  `^(?:By:? )?(?<names>${NAMES})(?:, [\\p{L} ,.-]{2,60})? (?:[•|·] )?(?<stamp>${LABEL} ?:? ?${STAMP})$`,
  'u',
)
const LONGEST = 400
/** What all lines of this kind have: a label of a stamp, or bars. */
const MAY_BE_STAMPED = /(?:ublished|pdated|osted|UBLISHED|PDATED|OSTED) ?|\|/u

/**
 * Reads what a page prints over its story in one line: author and time stamps glued to the title or to the first sentence.
 *
 * @returns Whether there was such a line
 */
export function readPageHead(reading: Reading, block: Block): boolean {
  const {passage} = block
  const opening = passage.text.slice(0, LONGEST)
  const glued = opening.startsWith('By')
    ? (GLUED_BYLINE.exec(opening) ?? GLUED_JOB.exec(opening))
    : null
  if (glued) {
    claimParts(reading, slicePassage(passage, 0, glued[0].length), glued.groups)
    leaveBlock(block, trimPassage(slicePassage(passage, glued[0].length)))
    return true
  }
  if (passage.text.length > LONGEST || !MAY_BE_STAMPED.test(passage.text)) return false
  const isAuthor = AUTHOR_STAMP.test(passage.text) && /^By|[•|·]/u.test(passage.text)
  const title = isAuthor ? undefined : GLUED_TITLE.exec(passage.text)?.groups
  const titleLength = title?.['title']?.length
  const credit = title?.['credit']
  const isCredited = credit === undefined || readCreditNames(credit, reading) !== undefined
  if (titleLength !== undefined && isCredited) {
    claimParts(reading, trimPassage(slicePassage(passage, titleLength)), title)
    leaveBlock(block, slicePassage(passage, 0, titleLength))
    return true
  }
  const groups = (
    BARS.exec(passage.text) ??
    POSTED.exec(passage.text) ??
    AUTHOR_STAMP.exec(passage.text)
  )?.groups
  if (groups === undefined) return false
  claimParts(reading, passage, groups)
  closeBlock(block)
  return true
}

const GROUNDS = {rule: 'page-head@1', reason: 'Author and time stamp, as a page prints them'}

function claimParts(
  reading: Reading,
  passage: Passage,
  groups: Readonly<Record<string, string | undefined>> = {},
): void {
  claimConstruct(reading, passage, GROUNDS, () => {
    const {names, job, house, credit, stamp, later, stamps, handle} = groups
    if (credit !== undefined && readCreditNames(credit, reading)) {
      claimCreditNames(reading, printed(passage, credit), 'parenthesis', GROUNDS)
    }
    if (names !== undefined) {
      const item: BylineDraft = {list: 'bylines', role: 'by'}
      const list = printed(passage, names)
      if (job === undefined && house === undefined) claimAuthors(reading, list)
      else claimField(reading, list, {item, property: 'nameAsWritten'}, GROUNDS)
      if (job !== undefined) {
        claimField(reading, printed(passage, job), {item, property: 'jobTitle'}, GROUNDS)
      }
      if (house !== undefined) {
        claimField(reading, printed(passage, house), {item, property: 'affiliationText'}, GROUNDS)
      }
    }
    for (const furniture of [stamp, later, stamps, handle]) {
      if (furniture === undefined || furniture === '') continue
      const stretch = trimPassage(printed(passage, furniture))
      claimStamp(reading, stretch, furniture === handle)
    }
  })
}

/** The first stamp is the source's date, any other is furniture. */
function claimStamp(reading: Reading, stamp: Passage, isHandle: boolean): void {
  const hasDate = hasField(reading, 'sourceDate')
  if (isHandle || hasDate) claimRemoval(reading, stamp, GROUNDS)
  else claimField(reading, stamp, 'sourceDate', GROUNDS)
}

function printed(passage: Passage, text: string): Passage {
  const start = passage.text.indexOf(text)
  return slicePassage(passage, start, start + text.length)
}
