import {indexAgencies} from '../agencies/agency-index.ts'
import {slicePassage} from '../passage.ts'
import {
  type Block,
  type BylineDraft,
  type Reading,
  claimConstruct,
  claimField,
  claimRemoval,
  closeBlock,
} from '../reading.ts'
import {BYLINE_GROUNDS, NAME, PAPER, claimPeople, splitPeople} from './author-list.ts'

// `By Ann Lee and Bob Cole`, `By: Lydia Tan`, `BY ANN LEE=`, `Par Ann LEE`
const LINE =
  /^(?<by>(?:(?:BY|By) )?(?:By|BY|by|Par|Por|Von):? )(?<names>[^.!?=]{2,60}(?:\.[^.!?=]{1,60}){0,3}?)(?<end>\s?=?)$/u
// `Ann Lee in Porthaven, and agencies`
const WITH_AGENCIES = /^(?<by>)(?<names>\p{Lu}[^.!?=:,]{4,80},? and agencies)$/u
// `By: --`
const EMPTY = /^(?:By|BY):?(?: ?[-–—]{1,3})?$/u
// `Associated Press=`, `AP Sports Writer=`, `AP Sports Writer`: the line under a byline
const HOUSE_LINE =
  /^(?!(?:By|BY) )(?<house>\p{Lu}[\p{L} .'’-]{1,50}?(?<job>[Ww]riter|[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Cc]olumnist|[Cc]hief)?)(?<mark> ?=)?$/u
const LONGEST_HOUSE_LINE = 80
/**
 * Reads a line that names the authors.
 *
 * @returns Whether it was one
 */
export function readByline(reading: Reading, block: Block): boolean {
  const {passage} = block
  if (passage.text.length > 220) return false
  if (EMPTY.test(passage.text)) {
    claimRemoval(reading, passage, {...BYLINE_GROUNDS, reason: 'Byline that was left empty'})
    closeBlock(block)
    return true
  }
  const {text} = passage
  const match =
    LINE.exec(text) ?? (text.endsWith(' and agencies') ? WITH_AGENCIES.exec(text) : null)
  const by = match?.groups?.['by']
  const names = match?.groups?.['names']
  if (by === undefined || names === undefined) return false
  const list = slicePassage(passage, by.length, by.length + names.trimEnd().length)
  const people = splitPeople(list, reading)
  const index = indexAgencies(reading.agencies)
  if (!people.every(({name}) => NAME.test(name.text) || index.find(name.text))) return false
  claimConstruct(reading, passage, BYLINE_GROUNDS, () => claimPeople(reading, people))
  closeBlock(block)
  const next = reading.blocks[reading.blocks.indexOf(block) + 1]
  if (next) readHouseLine(reading, next)
  return true
}

/** The house or the job of the authors named on the line before. */
function readHouseLine(reading: Reading, block: Block): void {
  if (block.passage.text.length > LONGEST_HOUSE_LINE) return
  const {house, job, mark} = HOUSE_LINE.exec(block.passage.text)?.groups ?? {}
  if (house === undefined) return
  const isAgency = indexAgencies(reading.agencies).find(house) !== undefined
  const isPaper = PAPER.test(house)
  if (!isAgency && !isPaper && job === undefined && mark === undefined) return
  const property = isAgency || isPaper ? 'affiliationText' : 'jobTitle'
  const authors = authorsWithout(reading, property)
  // an agency alone under a byline without the mark of the wire is the story's credit
  if (authors.size === 0 || (isAgency && mark === undefined)) return
  claimConstruct(reading, block.passage, BYLINE_GROUNDS, () => {
    for (const item of authors) {
      claimField(
        reading,
        slicePassage(block.passage, 0, house.length),
        {item, property},
        BYLINE_GROUNDS,
      )
    }
  })
  closeBlock(block)
}

/** The authors named so far of whom this is not yet known. */
function authorsWithout(reading: Reading, property: string): ReadonlySet<BylineDraft> {
  const authors = new Set<BylineDraft>()
  const known = new Set<BylineDraft>()
  for (const claim of reading.claims) {
    if (claim.kind !== 'field' || typeof claim.target === 'string') continue
    const {item} = claim.target
    if (item.list !== 'bylines' || item.role !== 'by') continue
    authors.add(item)
    if (claim.target.property === property) known.add(item)
  }
  return new Set([...authors].filter((author) => !known.has(author)))
}
