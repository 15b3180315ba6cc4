import {indexAgencies} from '../agencies/agency-index.ts'
import {type Passage, slicePassage} from '../passage.ts'
import {
  type Block,
  type BylineDraft,
  type Reading,
  claimConstruct,
  claimField,
  closeBlock,
  hasField,
} from '../reading.ts'
import {COMMON_WORDS, PROPER_WORDS} from '../words/common-words.ts'
import {BYLINE_GROUNDS} from './author-list.ts'

// `Ada Finch`, `Ada Q. Finch`: a line below the title that is a name and nothing else
const BARE_NAME =
  /^\p{Lu}\p{Ll}[\p{L}’'-]{1,20}(?: \p{Lu}\.)?(?: \p{Lu}[\p{Ll}’'][\p{L}’'-]{1,20}){1,2}$/u

// `Ports correspondent`, `Chief political editor, in Callow`
const JOB_LINE =
  /^(?:\p{L}[\p{L}’'-]{1,20} ){0,4}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Bb]ureau [Cc]hief)(?:,? in \p{Lu}[\p{L} ]{2,30})?$/u
// `Ada Finch Ports correspondent`
const NAME_AND_JOB =
  /^(?<name>\p{Lu}\p{Ll}[\p{L}’'-]{1,20} \p{Lu}[\p{Ll}’'][\p{L}’'-]{1,20}),? (?<job>(?:\p{L}[\p{L}’'-]{1,20} ){0,4}(?:correspondent|editor|reporter|columnist|writer))$/u

/**
 * Reads a name below the title with what its bearer does, on one line or on two.
 *
 * @param next - The line below
 * @returns Whether it was one
 */
export function readNameWithJob(reading: Reading, block: Block, next: Block): boolean {
  const {passage} = block
  const item: BylineDraft = {list: 'bylines', role: 'by'}
  const claim = (part: Passage, property: string) =>
    claimField(reading, part, {item, property}, {...BYLINE_GROUNDS, confidence: 0.9})
  const {name, job} = NAME_AND_JOB.exec(passage.text)?.groups ?? {}
  if (name !== undefined && job !== undefined) {
    claimConstruct(reading, passage, BYLINE_GROUNDS, () => {
      claim(slicePassage(passage, 0, name.length), 'nameAsWritten')
      claim(slicePassage(passage, passage.text.length - job.length), 'jobTitle')
    })
    closeBlock(block)
    return true
  }
  if (!BARE_NAME.test(passage.text) || !JOB_LINE.test(next.passage.text)) return false
  claim(passage, 'nameAsWritten')
  claim(next.passage, 'jobTitle')
  closeBlock(block)
  closeBlock(next)
  return true
}

/**
 * Reads a line below the title and its time stamp that is somebody's name, as papers on the web print their authors.
 *
 * @returns Whether it was one
 */
export function readBareName(reading: Reading, block: Block): boolean {
  const {text} = block.passage
  if (
    !BARE_NAME.test(text) ||
    !hasField(reading, 'sourceDate') ||
    indexAgencies(reading.agencies).find(text)
  )
    return false
  const words = text.toLowerCase().split(' ')
  if (words.some((word) => COMMON_WORDS.has(word) || PROPER_WORDS.has(word))) return false
  // who is spoken of in the story is no author, and a word of it no name
  const surname = text.split(' ').at(-1) ?? ''
  const isSpokenOf = reading.blocks.some(
    (other) => other !== block && other.passage.text.includes(surname),
  )
  const isWord = words.some((word) => reading.raw.includes(` ${word} `))
  if (isSpokenOf || isWord) return false
  const item: BylineDraft = {list: 'bylines', role: 'by'}
  const grounds = {...BYLINE_GROUNDS, confidence: 0.8}
  claimField(reading, block.passage, {item, property: 'nameAsWritten'}, grounds)
  closeBlock(block)
  return true
}
