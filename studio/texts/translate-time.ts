import {knownZone} from '../../schemas/rules/known-zone.ts'
import {zonedText} from '../../schemas/rules/zoned-text.ts'
import {instantsInZone} from '../decisions/zoned-time.ts'

/**
 * A time that a rule has put into its sentence, in another language; anything else stays as it is.
 *
 * @param english - As `zonedText` gives it: `Tuesday, 24 November 2026 at 06:00 GMT (Europe/London)`
 * @param locale - BCP 47
 */
export function translateTime(english: string, locale: string): string {
  const {day, month = '', year, clock, zone = 'UTC'} = TIME.exec(english)?.groups ?? {}
  if (day === undefined || knownZone(zone) !== zone) return english
  const number = String(months.indexOf(month) + 1)
  const local = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}T${clock}`
  // Of an hour that comes twice, the name of the zone says which
  const instant = instantsInZone(local, zone).find((at) => zonedText(at, zone) === english)
  return instant === undefined ? english : zonedText(instant, zone, locale)
}

const TIME =
  /^\p{L}{6,9}, (?<day>\d{1,2}) (?<month>\p{L}{3,9}) (?<year>\d{4}) at (?<clock>\d{2}:\d{2}) \S{1,20}(?: \((?<zone>[\w+/-]{1,40})\))?$/u

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
