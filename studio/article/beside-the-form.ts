/** Name of what is opened beside an article's form. */
export type BesideTheForm = 'source' | 'updates'

/**
 * What an editor wants to see first beside an article: a wire update that waits for a decision or a kill that came in, else the source
 * text.
 *
 * @returns `undefined` where no text was received
 */
export function besideTheForm({
  isReceived,
  isConflicting,
  isKilled,
}: {
  readonly isReceived: boolean
  readonly isConflicting: boolean
  readonly isKilled: boolean
}): BesideTheForm | undefined {
  if (!isReceived) return undefined
  return isConflicting || isKilled ? 'updates' : 'source'
}
