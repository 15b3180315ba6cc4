import {fieldOf, instantOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'
import {zonedText} from './zoned-text.ts'

/**
 * Gate of the publish and schedule actions: a story goes out when its embargo lifts, or later.
 *
 * @param goesOutAt - When the story is to go out, an ISO 8601 instant
 * @param embargo - The article's `embargo` as stored; anything but an active embargo means "none"
 * @param clearance - The record's `embargoClearance`; lifts only an embargo without an end
 */
export function notBeforeEmbargo(goesOutAt: string, embargo: unknown, clearance: unknown): Verdict {
  if (fieldOf(embargo, 'active') !== true) return true
  const until = instantOf(embargo, 'until')
  if (until === undefined) {
    return isCleared(clearance) || say('embargo-without-end')
  }
  // A time that cannot be read is no time at all: it stays below every `until`
  const allowed = Date.parse(goesOutAt) >= until
  const onItsClock = (instant: string) => zonedText(instant, textOf(embargo, 'timeZone'))
  return (
    allowed ||
    say('embargo-holds', {time: onItsClock(goesOutAt), until: onItsClock(textOf(embargo, 'until'))})
  )
}

/** Embargo wording came with the copy, but no time was read from it: somebody has to look before it goes out. */
export function embargoUnderstood(embargo: unknown, clearance: unknown): Verdict {
  const received = textOf(embargo, 'textAsReceived')
  const active = fieldOf(embargo, 'active') === true
  if (received === '' || active || instantOf(embargo, 'until') !== undefined) return true
  return isCleared(clearance) || say('embargo-not-understood', {received})
}

/** A clearance counts when it says who and why. */
export function isCleared(clearance: unknown): boolean {
  return textOf(clearance, 'by') !== '' && textOf(clearance, 'reason') !== ''
}
