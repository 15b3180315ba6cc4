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
  const format: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    ...(!isOfThisYear && {year: 'numeric'}),
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }
  try {
    return new Intl.DateTimeFormat(locale, {...format, timeZone: timeZone || 'UTC'}).format(at)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return new Intl.DateTimeFormat(locale, {...format, timeZone: 'UTC'}).format(at)
  }
}
