import {passageRange} from '../passage.ts'
import {type Block, type Reading, joinBlocks} from '../reading.ts'

// `To contact the reporter on this story:`, with the name on the next line
const LABEL = /^To contact (?:the )?(?:reporters?|editors?|authors?|writers?)[^:]{0,60}:$/u
/** The lines under a label are names and addresses: no sentence, and not long. */
const NAMES = /^(?!To contact )[^!?:]{2,100}(?<!\.)$/u
const TAIL = 12

/** Puts the label over those who can be reached on one line with their names, as most papers print it. */
export function joinContactLabels(reading: Reading): void {
  const tail = reading.blocks.slice(-TAIL)
  for (const [index, block] of tail.entries()) {
    if (!LABEL.test(block.passage.text)) continue
    for (const next of tail.slice(index + 1)) {
      if (!NAMES.test(next.passage.text) || !areNeighbours(reading, block, next)) break
      joinBlocks(block, next)
    }
  }
}

/** What stood between two blocks may have been taken out before: then they are no neighbours. */
function areNeighbours({raw}: Reading, block: Block, next: Block): boolean {
  const {end} = passageRange(block.passage)
  return raw.slice(end, passageRange(next.passage).start).trim() === ''
}
