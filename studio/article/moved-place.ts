/**
 * Where a place in a text is after somebody else has changed the text: what was typed before it moves it on, what was typed behind it, or just there, does not.
 *
 * @param place - In UTF-16 code units of `before`
 */
export function movedPlace(place: number, before: string, after: string): number {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  if (place <= start) return place
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return after.length - Math.min(end, before.length - place)
}
