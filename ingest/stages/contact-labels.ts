import {type Reading, joinBlocks} from '../reading.ts'

// `To contact the reporter on this story:`, with the name on the next line
const LABEL = /^To contact (?:the )?(?:reporters?|editors?|authors?|writers?)[^:]{0,60}:$/u
/** The lines under a label are names and addresses: no sentence, and not long. */
const NAMES = /^(?!To contact )[^!?:]{2,100}(?<!\.)$/u
const TAIL = 12

/** Puts the label over those who can be reached on one line with their names, as most papers print it. */
export function joinContactLabels({blocks}: Reading): void {
  const tail = blocks.slice(-TAIL)
  for (const [index, block] of tail.entries()) {
    if (!LABEL.test(block.passage.text)) continue
    for (const next of tail.slice(index + 1)) {
      if (!NAMES.test(next.passage.text)) break
      joinBlocks(block, next)
    }
  }
}
