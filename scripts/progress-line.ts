/**
 * How far a long run is: `1,200 of 10,000 texts, 400 a second, 22 s left`.
 *
 * @param things - What is counted, in the plural
 * @param total - `undefined` when nobody knows: texts in archives and rows are not counted before they are read
 * @param elapsed - Milliseconds since the start
 */
export function progressLine(
  things: string,
  done: number,
  total: number | undefined,
  elapsed: number,
): string {
  const rate = elapsed === 0 ? 0 : (done * 1000) / elapsed
  const count = `${grouped(done)}${total === undefined ? '' : ` of ${grouped(total)}`} ${things}`
  if (rate === 0) return count
  const shown = rate >= 10 ? grouped(Math.round(rate)) : rate.toFixed(1)
  const left = total === undefined ? '' : `, ${durationOf((total - done) / rate)} left`
  return `${count}, ${shown} a second${left}`
}

function grouped(value: number): string {
  return value.toLocaleString('en')
}

function durationOf(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`
}
