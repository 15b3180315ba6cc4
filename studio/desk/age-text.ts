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

/** How long something still takes, rounded up to the minute, in the words of a language: "2d 3h", "1h 5m", "4m". */
export function durationText(length: number, locale: string): string {
  const total = Math.max(Math.ceil(length / MINUTE), 0)
  const [days, hours, minutes] = [
    Math.floor(total / 1440),
    Math.floor((total % 1440) / 60),
    total % 60,
  ]
  const format = new Intl.DurationFormat(locale, {
    style: 'narrow',
    minutesDisplay: total === 0 ? 'always' : 'auto',
  })
  return format.format(days > 0 ? {days, hours} : {hours, minutes})
}
