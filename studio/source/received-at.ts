/**
 * When a text was received, for the eye: `23 Nov 2026, 20:01 GMT`.
 *
 * @param instant - ISO 8601
 * @param locale - BCP 47
 * @param timeZone - By its IANA name; the reader's own where it is not said
 */
export function receivedAtText(instant: string, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone !== undefined && {timeZone}),
  }).format(new Date(instant))
}
