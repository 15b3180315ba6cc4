/** An instant as a list shows it, `24 Nov 2026, 14:58 UTC`; `''` for anything that is none. */
export function utcText(instant: unknown): string {
  if (typeof instant !== 'string' || Number.isNaN(Date.parse(instant))) return ''
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  })
  return `${format.format(Date.parse(instant))} UTC`
}
