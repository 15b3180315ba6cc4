import type {Block, Reading} from '../reading.ts'
import {findDateline} from './dateline.ts'

/** In UTF-16 code units */
export const LONGEST_TITLE = 200

/** A line that ends as a sentence does. */
export function isSentence(text: string): boolean {
  return /[.!?…]["”’')\]]{0,3}$/u.test(text)
}

/** A line that is no sentence: not long, and no full stop at its end. */
export function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && !/[.:;,][”"’')\]]?$/u.test(text) && /\p{L}{3}/u.test(text)
}

/** Whether a block opens with a dateline. `MARKET SPOTLIGHT - HARBOURS` with a story below it is a title. */
export function opensStory(reading: Reading, block: Block): boolean {
  const found = findDateline(block.passage.text, reading)
  if (found === undefined) return false
  const isSure = found.agencyNames.length > 0 || found.date !== undefined
  const isLast = reading.blocks.at(-1) === block
  return isSure || isLast || !isTitle(block.passage.text)
}
