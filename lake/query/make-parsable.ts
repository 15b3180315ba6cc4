/** Strings, comments and names whole (`geo::distance`, `$geo`, `place.geo`), and `geo` before a parenthesis. */
const PARTS =
  /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\/[^\n]*|(?<call>\bgeo(?=\s*\())|[$.]?\w+(?:::\w+)*/gsu
const ADDED = '::latLng'

/** A query that groq-js can parse, and the place in the query as it was asked of a place in this one. */
export interface ParsableQuery {
  readonly text: string
  readonly placeInQuestion: (place: number) => number
}

/**
 * Writes what the specification and the hosted lake have so that groq-js can parse it. `geo(…)` becomes `geo::latLng(…)` with its one argument, which nobody writes
 * (`rewriteOwnFunctions` tells them apart); a comment that ends the query gets the line break without which groq-js takes it for something else.
 */
export function makeParsable(query: string): ParsableQuery {
  const ends: number[] = []
  const text = query.replaceAll(PARTS, (part: string, call: string | undefined, place: number) => {
    if (call === undefined) return part
    ends.push(place + part.length)
    return part + ADDED
  })
  return {
    text: text.includes('//') ? `${text}\n` : text,
    placeInQuestion(place) {
      const before = ends.filter((end, index) => end + index * ADDED.length < place).length
      return Math.max(0, place - before * ADDED.length)
    },
  }
}
