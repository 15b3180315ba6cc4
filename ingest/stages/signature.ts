import {indexAgencies} from '../agencies/agency-index.ts'
import {slicePassage, trimPassage} from '../passage.ts'
import {
  type Block,
  type BylineDraft,
  type CreditDraft,
  type Reading,
  claimConstruct,
  claimField,
  closeBlock,
  leaveBlock,
} from '../reading.ts'

// `… until Friday. —Ann Lee`, `… until Friday. — A.B.Lee`
const SIGNED =
  /[.!?…]["”’')\]]{0,2}\s{0,2}[—–]{1,2}\s?(?<name>(?!With )(?:\p{Lu}[\p{Ll}’'-]{1,20}(?: \p{Lu}\.| \p{Lu}[\p{L}’'-]{1,20}){0,4} \p{Lu}[\p{L}’'-]{1,20}|(?:\p{Lu}\.){1,4} ?\p{Lu}[\p{Ll}’'-]{1,20}(?: \p{Lu}[\p{Ll}’'-]{1,20})?))$/u
// `Ann Lee, The Canadian Press`: a line of its own below the story
const SIGNED_BELOW =
  /^(?:[-–—]{1,2} ?)?(?<name>\p{Lu}[\p{Ll}’'-]{1,20}(?: \p{Lu}\.){0,2}(?: \p{Lu}[\p{L}’'-]{1,20}){1,3}), (?<house>(?:The )?\p{Lu}[\p{L} ]{1,40})$/u

/**
 * Reads the author who signs a story behind its last full stop.
 *
 * @returns Whether someone did
 */
export function readSignature(reading: Reading, last: Block): boolean {
  const {passage} = last
  if (readSignedBelow(reading, last)) return true
  const name = SIGNED.exec(passage.text.slice(-120))?.groups?.['name']
  if (name === undefined || indexAgencies(reading.agencies).find(name)) return false
  const start = passage.text.length - name.length
  const item: BylineDraft = {list: 'bylines', role: 'by'}
  const grounds = {rule: 'signature@1', reason: 'Signed by its author', confidence: 0.8}
  claimField(reading, slicePassage(passage, start), {item, property: 'nameAsWritten'}, grounds)
  const text = passage.text.slice(0, start).replace(/\s*[—–]{1,2}\s?$/u, '')
  leaveBlock(last, trimPassage(slicePassage(passage, 0, text.length)))
  return true
}

/** The author and the agency that sent the story, below it: the agency is a source of it. */
function readSignedBelow(reading: Reading, last: Block): boolean {
  const {passage} = last
  if (passage.text.length > 90 || reading.blocks.length < 2) return false
  const {name, house} = SIGNED_BELOW.exec(passage.text)?.groups ?? {}
  const agency = house === undefined ? undefined : indexAgencies(reading.agencies).find(house)
  if (name === undefined || house === undefined || agency === undefined) return false
  const author: BylineDraft = {list: 'bylines', role: 'by'}
  const credit: CreditDraft = {list: 'wireCredits', relation: 'sole', position: 'ownLine', agency}
  const grounds = {rule: 'signature@1', reason: 'Signed by its author', confidence: 0.9}
  const start = passage.text.indexOf(name)
  const from = passage.text.length - house.length
  claimConstruct(reading, passage, grounds, () => {
    const printed = slicePassage(passage, start, start + name.length)
    claimField(reading, printed, {item: author, property: 'nameAsWritten'}, grounds)
    const printedHouse = slicePassage(passage, from)
    claimField(reading, printedHouse, {item: author, property: 'affiliationText'}, grounds)
    claimField(reading, printedHouse, {item: credit, property: 'verbatim'}, grounds)
  })
  closeBlock(last)
  return true
}
