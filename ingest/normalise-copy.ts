import {DAMAGED, repairOf} from './repairs.ts'
import {ESCAPED, unescapeReference} from './unescape.ts'

const DIFFERENT_WRITING = new RegExp(`${ESCAPED}|${DAMAGED}`, 'gu')

/**
 * The form in which a text is compared with others: how its quotes, dashes, spaces, line ends and references were written
 * does not count, so that the same story sent twice is one story.
 *
 * @example
 * normaliseCopy('“Yes,”  she said.\r\n') === normaliseCopy('"Yes," she said.')
 */
export function normaliseCopy(raw: string): string {
  return raw
    .replaceAll(DIFFERENT_WRITING, (found) => unescapeReference(found) ?? repairOf(found) ?? found)
    .normalize('NFKC')
    .replaceAll(/[‘’‚‛`´]/gu, "'")
    .replaceAll(/[“”„‟]/gu, '"')
    .replaceAll(/[‐‑‒–—―]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
