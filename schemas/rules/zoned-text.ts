import {knownZone} from './known-zone.ts'

/**
 * A time as an editor reads it, with its zone: `Tuesday, 24 November 2026 at 06:00 GMT (Europe/London)`, or `… at 06:00 UTC`.
 *
 * @param instant - ISO 8601; what is no time is given back as it stands
 * @param timeZone - IANA name; UTC where there is no such zone
 * @param locale - BCP 47; what is stored or handed on is English
 */
export function zonedText(instant: string, timeZone: string, locale = 'en-GB'): string {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return instant
  const zone = knownZone(timeZone)
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  const named = zone === 'UTC' ? '' : ` (${zone})`
  if (locale !== 'en-GB') return `${format.format(time)}${named}`
  // Joined here, for Node and browsers put their commas differently
  const parts = format.formatToParts(time)
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  const day = `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`
  return `${day} at ${part('hour')}:${part('minute')} ${part('timeZoneName')}${named}`
}
