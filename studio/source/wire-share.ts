import {blockText} from '../../schemas/portable-text.ts'
import {fieldOf, itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {alignWords, wordsIn} from './word-alignment.ts'

/** How much of a paragraph is still as it was received. */
export interface WireShare {
  /** Words of the paragraph as it stands now */
  readonly words: number
  /** Of those, the ones that stand in the received paragraph in the same order */
  readonly wire: number
}

/**
 * Compares each paragraph of the body with the received one of the same key. A paragraph written here has no word of the wire.
 *
 * @param snapshot - The fields as parsed
 * @returns By `_key` of the paragraph, in the order of the body
 */
export function wireShares(article: unknown, snapshot: unknown): ReadonlyMap<string, WireShare> {
  const received = new Map(
    itemsOf(snapshot, 'body').map((block) => [block['_key'], blockText(block)]),
  )
  return new Map(
    itemsOf(article, 'body')
      .filter((block) => Array.isArray(fieldOf(block, 'children')))
      .map((block) => {
        const words = wordsIn(blockText(block))
        const wire = alignWords(words, wordsIn(received.get(block['_key']) ?? '')).length
        return [textOf(block, '_key'), {words: words.length, wire}]
      }),
  )
}

/** In whole per cent; never 100 where a word was changed, never 0 where one was kept. */
export function percentOf({words, wire}: WireShare): number {
  if (words === 0 || wire === words) return 100
  return Math.min(99, Math.max(wire === 0 ? 0 : 1, Math.round((wire / words) * 100)))
}

/** The share of a whole body. */
export function shareOfAll(shares: ReadonlyMap<string, WireShare>): WireShare {
  let [words, wire] = [0, 0]
  for (const share of shares.values()) {
    words += share.words
    wire += share.wire
  }
  return {words, wire}
}
