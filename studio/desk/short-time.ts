import {knownZone} from '../../schemas/rules/known-zone.ts'

/** The time at which a list is read, and the language, BCP 47. */
export interface Clock {
  readonly now: Date
  readonly locale: string
}

/**
 * An instant with its zone as a badge has room for it: "24 Nov, 00:01 CET", of another year "24 Nov 2027, 00:01 CET".
 *
 * @param timeZone - IANA name; UTC where there is no such zone
 */
export function shortTime(at: number, timeZone: string, {now, locale}: Clock): string {
  const isOfThisYear = new Date(at).getUTCFullYear() === now.getUTCFullYear()
  return new Intl.DateTimeFormat(locale, {
    timeZone: knownZone(timeZone),
    day: 'numeric',
    month: 'short',
    ...(!isOfThisYear && {year: 'numeric'}),
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at)
}
