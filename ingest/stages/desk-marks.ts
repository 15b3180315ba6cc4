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

/** A release ends with its mark; what stands below it is for editors. */
export function removeNotesToEditors(reading: Reading): void {
  const {blocks} = reading
  const end = blocks.findLastIndex(({passage}) => END_MARK.test(passage.text.slice(0, 40)))
  const below = blocks.slice(end + 1)
  const [first] = below
  if (end < 1 || first === undefined || below.length > LONGEST_NOTES) return
  if (!NOTES.test(first.passage.text.slice(0, 60))) return
  for (const block of below) {
    claimRemoval(reading, block.passage, {rule: 'advisory@1', reason: 'Notes to editors'})
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
    if (!RULE_LINE.test(block.passage.text.slice(0, 90)) || block.passage.text.length > 80) continue
    claimRemoval(reading, block.passage, {
      rule: 'rule-line@1',
      reason: 'A printed rule between parts',
    })
    closeBlock(block)
  }
}
