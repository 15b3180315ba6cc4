import {carryReading} from '../../ingest/carry-reading.ts'
import type {Fields} from '../../ingest/merge-content.ts'
import type {Unmerged} from '../../ingest/merge-version.ts'
import {textOf} from '../../schemas/rules/narrow.ts'
import {type ReceivedText, readReceivedText} from './received-text.ts'

/** A received text of a story, with the keys that its paragraphs, key points, bylines and credits have in the article. */
export interface OriginText extends ReceivedText {
  /** Set when the article took nothing from it */
  readonly unmerged: Unmerged | undefined
}

/**
 * Reads the received texts of a story. A merge leaves an item of a new version the key that it had in the version before: so do these,
 * else nothing of a second version would be found in the article.
 *
 * @param stored - `sourceText` documents, oldest first, each with its origin
 * @throws SyntaxError when a ledger or a snapshot cannot be read
 */
export function originTexts(
  stored: readonly {readonly source: unknown; readonly origin: unknown}[],
): readonly OriginText[] {
  const texts: OriginText[] = []
  let before: Fields | undefined
  for (const {source, origin} of stored) {
    const text = readReceivedText(source)
    if (!text) continue
    const unmerged = reasons.find((reason) => reason === textOf(origin, 'unmerged'))
    const carried =
      before === undefined || unmerged !== undefined ? text : carryReading(before, text)
    if (unmerged === undefined) before = carried.snapshot
    texts.push({...carried, unmerged})
  }
  return texts
}

const reasons: readonly Unmerged[] = ['late', 'notice', 'deleted', 'inRelease']
