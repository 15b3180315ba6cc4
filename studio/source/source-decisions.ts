import {itemsOf, numberOf, referenceOf, textOf} from '../../schemas/rules/narrow.ts'
import type {Stretch} from './stretch.ts'

/** What an editor decided about a stretch. */
export interface StretchDecision {
  readonly kind: 'putBack' | 'dismissed'
  readonly by: string
}

/**
 * The decision on a stretch that was taken out or that no rule understood.
 *
 * @param record - The article's record; a decision that names no source is about the newest
 */
export function decisionOn(
  stretch: Stretch,
  record: unknown,
  sourceId: string,
): StretchDecision | undefined {
  const found = itemsOf(record, 'resolutions').find((resolution) => {
    const about = referenceOf(resolution, 'source')
    return (
      numberOf(resolution, 'start') === stretch.start &&
      (about === '' || about === sourceId) &&
      !textOf(resolution, '_key').endsWith('-answer')
    )
  })
  if (!found) return undefined
  const kind = textOf(found, 'kind') === 'putBack' ? 'putBack' : 'dismissed'
  return {kind, by: textOf(found, 'by')}
}
