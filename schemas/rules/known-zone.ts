/** What was asked before: a list asks for each of its lines, and 0.1 ms each time is much for that. */
const known = new Map<string, boolean>()

/**
 * A time zone that clocks know.
 *
 * @param timeZone - IANA name
 * @returns UTC where there is no such zone
 */
export function knownZone(timeZone: string): string {
  const isKnown = known.get(timeZone) ?? isZone(timeZone)
  known.set(timeZone, isKnown)
  return isKnown ? timeZone : 'UTC'
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', {timeZone}).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
