const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How old something is, in the words of a language: "now", "12 min. ago", "yesterday".
 *
 * @param age - In milliseconds; what lies ahead by the difference of two clocks is "now"
 */
export function ageText(age: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, {style: 'short', numeric: 'auto'})
  if (age < MINUTE) return format.format(0, 'second')
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), 'minute')
  if (age < DAY) return format.format(-Math.floor(age / HOUR), 'hour')
  return format.format(-Math.floor(age / DAY), 'day')
}

/** How long something still takes, rounded up to the minute: "2 d 3 h", "1 h 5 min", "4 min". */
export function durationText(length: number): string {
  const minutes = Math.max(Math.ceil(length / MINUTE), 0)
  const [days, hours, rest] = [
    Math.floor(minutes / 1440),
    Math.floor((minutes % 1440) / 60),
    minutes % 60,
  ]
  const parts = days > 0 ? [`${days} d`, `${hours} h`] : [`${hours} h`, `${rest} min`]
  return parts.filter((part) => !part.startsWith('0 ')).join(' ') || '0 min'
}
