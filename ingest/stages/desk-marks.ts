import {type Reading, claimRemoval, closeBlock} from '../reading.ts'
import {SIGN} from '../signs.ts'
import {END_MARK} from './sign-off.ts'

// `***`, `___`, `* * *`
const RULE_LINE = /^(?:[*_=~–—•·-]\s?){1,40}$/u
// `(STORY CAN END HERE. OPTIONAL MATERIAL FOLLOWS)`, `(BEGIN OPTIONAL TRIM)`: where a desk may cut, as news services mark it
const OPTIONAL =
  /^(?:<\/?ANNOTATION> ?)?\((?:EDITORS?: ?)?(?:STORY (?:CAN|MAY) END HERE|(?:BEGIN|END|MORE) OPTIONAL|OPTIONAL (?:TRIM|MATERIAL|CUT|ADD))\b[^()]{0,80}\)(?: ?<\/?ANNOTATION>)?$/u
// what stands below the end of a release
const NOTES =
  /^(?:Notes? (?:to|for) [Ee]ditors?|NOTES? (?:TO|FOR) EDITORS?|Editor[’']?s[’']? [Nn]otes?|For (?:more|further) information|(?:Media|Press) (?:contacts?|enquiries|inquiries)|Contacts?)\b/u
const LONGEST_NOTES = 30
const LONGEST_MARK = 40

/** A release ends with its mark; what stands below it is for editors. */
export function removeNotesToEditors(reading: Reading): void {
  const {blocks} = reading
  const end = blocks.findLastIndex(
    ({passage: {text}}) => text.length <= LONGEST_MARK && END_MARK.test(text),
  )
  const below = blocks.slice(end + 1)
  const [first] = below
  if (end < 1 || first === undefined || below.length > LONGEST_NOTES) return
  if (!NOTES.test(first.passage.text.slice(0, 60))) return
  for (const block of below) {
    claimRemoval(reading, block.passage, {rule: 'advisory@1', reason: 'Notes to editors'})
    closeBlock(block)
  }
}

// `Continued on A4`, `PAGE 2`, `(more)`: where the copy of a page or of a wire breaks off and goes on
const JUMP =
  /^(?:\(?(?:Continued|CONTINUED|Turn|TURN) (?:on|ON|from|FROM|to|TO) (?:[Pp]age |PAGE )?\p{Lu}?\d{1,3}\)?|PAGE \d{1,3}|\((?:MORE|more|More)\)|(?:MORE|More) TO FOLLOW)$/u
const CONTACTS =
  /^(?:(?:Media|Press|Investor|MEDIA|PRESS) )?(?:Contacts?|CONTACTS?)(?: [Ii]nformation| [Dd]etails)?:?$/u
const LONGEST_CONTACTS = 16

/** The people to ask, below a release: lines to its end that are no sentences. */
export function removeContacts(reading: Reading): void {
  const tail = reading.blocks.slice(-LONGEST_CONTACTS)
  const start = tail.findIndex(({passage}) => CONTACTS.test(passage.text.slice(0, 40)))
  const lines = start === -1 ? [] : tail.slice(start)
  const areLines = lines
    .slice(1)
    .every(({passage: {text}}) => text.length <= 100 && !/\p{Ll}{3}[.!?]$/u.test(text))
  if (lines.length < 2 || !areLines || reading.blocks.length === lines.length) return
  for (const block of lines) {
    claimRemoval(reading, block.passage, {
      rule: 'contact@1',
      reason: 'How to reach an author or a desk',
    })
    closeBlock(block)
  }
}

/** Rules between parts (`***`), and marks of where a desk may cut, stand anywhere and say nothing. */
export function removeRules(reading: Reading): void {
  for (const block of reading.blocks) {
    if ((block.signs & SIGN.bracket) !== 0 && OPTIONAL.test(block.passage.text.slice(0, 160))) {
      claimRemoval(reading, block.passage, {rule: 'advisory@1', reason: 'Advisory to editors'})
      closeBlock(block)
      continue
    }
    if (block.passage.text.length <= LONGEST_MARK && JUMP.test(block.passage.text)) {
      claimRemoval(reading, block.passage, {
        rule: 'end-mark@1',
        reason: 'Mark of where the copy breaks off',
      })
      closeBlock(block)
      continue
    }
    if (!RULE_LINE.test(block.passage.text.slice(0, 90)) || block.passage.text.length > 80) continue
    claimRemoval(reading, block.passage, {
      rule: 'rule-line@1',
      reason: 'A printed rule between parts',
    })
    closeBlock(block)
  }
}
