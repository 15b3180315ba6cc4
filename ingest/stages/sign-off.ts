import {slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type Reading,
  claimConstruct,
  claimField,
  claimRemoval,
  closeBlock,
  hasField,
  leaveBlock,
} from '../reading.ts'
import {readCreditNames} from './credit-names.ts'
import {claimCreditNames} from './credit.ts'

// `dpa hm bs wjh`, `hh/ph/ts/hd`, `AAP RTV ar`, `PTI XYZ ABC`, `(mc)`, `(pvs/hh-kjd)`
export const INITIALS =
  /^(?:(?:dpa|afp|AFP|AAP|PTI|UNI|IANS|EFE)(?: (?:\p{Ll}{2,5}|\p{Lu}{2,4})){1,5}|\p{Ll}{2,4}(?:\/\p{Ll}{2,4}){1,5}|\((?!ends?\b|more\b|left\b)\p{Ll}{2,4}(?:[/-]\p{Ll}{2,4}){0,5}\))$/u
// `-30-`, `(END)`, `Enditem`, `More to follow`, `mfl`, `Continued on A4`
export const END_MARK =
  /^(?:-? ?30 ?-|mfl?|MFL?|#{2,5}|\(?(?:END|ENDS|end|ends|Ends|MORE|more)\)?|Enditem|ENDITEM|ENDS?\.|\(?(?:More|more|MORE) to follow(?:\.{0,3})\)?|(?:Continued|Turn|See(?: story)?|PAGE|Page)(?: (?:on|to))?(?: page)? \p{Lu}?\d{1,3})$/u
// `Enditem` and `(END)` also stand behind the last full stop
const TRAILING_MARK =
  /(?<=[.!?…]["”’')\]]{0,3}\s{0,2})(?:Enditem|\(END\)|\(ends?\)|-30-|==\p{L}{2,12})$/u
// `jspark@example.com`, `Contact Ann Lee at …`, `Email questions to …`, `To contact the editors responsible for this story: …`,
// `((ann.lee@example.com; +44 20 7000 0000))`
const CONTACT =
  /^(?:\(\([^()]{0,200}@[^()]{3,200}\)\)|To contact (?:the )?(?:reporters?|editors?|authors?|writers?)[^:]{0,60}:.{0,300}|\(?\S{1,64}@\S{1,80}\.\p{L}{2,12}\)?|(?:Contact|Reach|Email|E-mail|Write to)(?: [\p{L}.’'-]{1,24}){0,6}(?: at| to|:)? ?:?\S{1,64}@\S{1,80}\.\p{L}{2,12}.{0,160}|Tel:? ?\+?[\d\s()-]{6,24}.{0,80})$/u
// `The writer is professor of …`, `The author, a former envoy, is …`
const AUTHOR_NOTE =
  /^(?:\[|\()?(?:The (?:writer|author|columnist)s?,? [^]{5,500}|This is an edited (?:extract|version)[^]{5,300}|(?:Disclaimer: )?The views expressed[^]{5,300})$/u
// `['AUSTRALIA', "NEW YEAR'S DAY"]`, `TAGS: tides, harbour`, `Filed under: Tides`
const KEYWORDS =
  /^(?:\[(?:['"][^'"\]]{1,60}(?:'[^'"\]]{0,30})?['"](?:, )?){1,20}\]|(?:TAGS|Tags|Filed under|Topics|Keywords): ?.{2,200})$/u

/**
 * Reads what a desk puts under a story: initials, end marks, rules, contacts, key words, the note on the author.
 *
 * @returns Whether the last block was one of them
 */
export function readSignOff(reading: Reading, last: Block): boolean {
  const {passage} = last
  const {text} = passage
  const mark = TRAILING_MARK.exec(text.slice(-40))
  if (mark) {
    const start = text.length - mark[0].length
    claimRemoval(reading, slicePassage(passage, start), {
      rule: 'end-mark@1',
      reason: 'Mark of the end of the copy',
    })
    leaveBlock(last, trimPassage(slicePassage(passage, 0, start)))
    return true
  }
  if (reading.blocks.length < 2) return false
  if (AUTHOR_NOTE.test(text) && !hasField(reading, 'authorNote')) {
    claimField(reading, passage, 'authorNote', {rule: 'author-note@1', reason: 'Who the writer is'})
  } else if (INITIALS.test(text) && !hasField(reading, 'signOff')) {
    claimField(reading, passage, 'signOff', {rule: 'sign-off@1', reason: 'Initials of the desk'})
  } else {
    const reason = removalReason(text)
    if (reason === undefined) return false
    claimRemoval(reading, passage, reason)
  }
  closeBlock(last)
  return true
}

// `PTI XYZ ABC`, `--IANS ab/cd`, also behind the last full stop
const SIGNED_BY_AGENCY =
  /(?:^|(?<=[.!?…]["”’')\]]{0,3})\s{0,2})(?:[-–—]{1,3}\s?)?(?<signOff>(?<agency>\p{Lu}{2,6}) (?:\p{Lu}{2,4}(?: \p{Lu}{2,4}){0,3}|\p{Ll}{2,4}(?:\/\p{Ll}{2,4}){1,5}))$/u
// `jm/dm (AFP, dpa)`, `Source: AFP/gs`, `Source: AGENCIES/aa(gs)`
const SIGNED_OVER_CREDIT =
  /^(?<signOff>\p{Ll}{2,4}(?:\/\p{Ll}{2,4}){0,4}) \((?<names>[^()]{2,60})\)$/u
const SIGNED_SOURCE =
  /^(?:Source|SOURCE): (?<names>\p{Lu}[\p{L} ,/]{1,50})\/(?<signOff>\p{Ll}{2,3}(?:\(\p{Ll}{2,3}\))?)$/u

/**
 * Reads initials that stand with the agency whose desk they are: the agency is a source of the story.
 *
 * @returns Whether the last block ends in such a line
 */
export function readSignedCredit(reading: Reading, last: Block): boolean {
  const {passage} = last
  if (hasField(reading, 'signOff') || reading.blocks.length < 2) return false
  const tail = passage.text.slice(-80)
  const match =
    SIGNED_BY_AGENCY.exec(tail) ??
    SIGNED_OVER_CREDIT.exec(passage.text.slice(0, 100)) ??
    SIGNED_SOURCE.exec(passage.text.slice(0, 100))
  const {signOff, agency, names = agency} = match?.groups ?? {}
  if (!match || signOff === undefined || names === undefined) return false
  if (!readCreditNames(names, reading)) return false
  const grounds = {rule: 'sign-off@2', reason: 'Initials of the agency’s desk'}
  const claimSignOff = (start: number) =>
    claimField(reading, slicePassage(passage, start, start + signOff.length), 'signOff', grounds)
  if (names === agency) {
    const start = passage.text.length - signOff.length
    claimSignOff(start)
    claimCreditNames(reading, slicePassage(passage, start, start + names.length), 'end', grounds)
    const dashes = passage.text.length - tail.length + match.index
    leaveBlock(last, trimPassage(slicePassage(passage, 0, dashes)))
    return true
  }
  const from = passage.text.indexOf(names)
  claimConstruct(reading, passage, grounds, () => {
    claimSignOff(passage.text.startsWith(signOff) ? 0 : passage.text.length - signOff.length)
    const printed = slicePassage(passage, from, from + names.length)
    claimCreditNames(reading, printed, 'parenthesis', grounds)
  })
  closeBlock(last)
  return true
}

function removalReason(text: string) {
  if (END_MARK.test(text)) return {rule: 'end-mark@1', reason: 'Mark of the end of the copy'}
  if (text.length < 400 && CONTACT.test(text))
    return {rule: 'contact@1', reason: 'How to reach an author or a desk'}
  if (KEYWORDS.test(text)) return {rule: 'key-words@1', reason: 'Key words of an archive'}
  return undefined
}
