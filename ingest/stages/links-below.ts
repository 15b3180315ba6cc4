import {type Block, type Reading, claimRemoval, closeBlock} from '../reading.ts'
import {isContributorsLine} from './contributors.ts'

const TAIL = 8
/** Five words or more, and no stop at the end. */
const TITLE = /^["“'‘]?[\p{Lu}\p{N}]\S{0,30}(?: \S{1,40}){4,20}$/u
const STOP = /[.,;:]$/u

/**
 * Takes out a title that stands below the line of contributors: the story ends with that line, so it is a link to another.
 *
 * @returns Whether the last block was one
 */
export function removeLinkBelow(reading: Reading, last: Block): boolean {
  const tail = reading.blocks.slice(-TAIL)
  const line = tail.findLastIndex(
    ({passage: {text}}) => STOP.test(text.slice(-1)) || !TITLE.test(text),
  )
  const above = tail[line]
  if (!above || above === last || !isContributorsLine(reading, above.passage.text)) return false
  claimRemoval(reading, last.passage, {
    rule: 'link-below@1',
    reason: 'Link to another story, below the end of this one',
    confidence: 0.9,
  })
  closeBlock(last)
  return true
}
