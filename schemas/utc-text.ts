/**
 * An instant as a list shows it, `24 Nov 2026, 14:58 UTC`; `''` for anything that is none.
 *
 * @param locale - BCP 47
 */
export function utcText(instant: unknown, locale = 'en-GB'): string {
  if (typeof instant !== 'string' || Number.isNaN(Date.parse(instant))) return ''
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(Date.parse(instant))} UTC`
}
