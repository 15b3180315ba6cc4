import {matchesOf} from '../matches-of.ts'

/** A person in a line of names; offsets in that line. */
export interface Person {
  readonly name: Range
  readonly place?: Range
}

interface Range {
  readonly start: number
  readonly end: number
}

const SEPARATOR = /(?:\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s*&\s*)/gu
// `Ann Lee in Porthaven`, `Bob Cole at the United Nations`
const PLACE =
  /^(?<name>.{2,60}?) (?<link>in|at|from) (?<place>(?:the )?\p{Lu}[\p{L}\p{M} .'’/-]{1,40})$/u
// `Ann Lee PORTHAVEN`: the little word is lost
const BARE_PLACE =
  /^(?<name>(?:\p{Lu}[\p{Ll}.'’-]{1,24} ){2,4})(?<place>\p{Lu}{4,20}(?: \p{Lu}{3,20})?)$/u
// `Ann Lee`, `A.J. Orr`, `Ludwig van der Berg`, `The Associated Press`
const NAME =
  /^(?:[a-z]{1,3}-)?\p{Lu}[\p{L}\p{M}.'’-]{0,24}(?: (?:\p{Lu}[\p{L}\p{M}.'’-]{0,24}|de|da|del|der|den|van|von|bin|binti|ibn|al|el|la|le|of|the|a\/l|d\/o)){0,5}$/u

// `CNN's Eve Orr`, `CNN Eve Orr`, `Journalist Bob Cole`: what stands before a name and is none of it
const HOUSE =
  /^(?:\p{Lu}{3,6} (?=\p{Lu}\p{Ll}[\p{L}.’'-]{0,24} \p{Lu})|\p{Lu}[\p{L}.]{1,20}(?: \p{Lu}\p{L}{1,20}){0,2}[’']s (?=\p{Lu}[\p{L}.’'-]{0,24} \p{Lu})|Journalists? (?=\p{Lu}[\p{L}.’'-]{0,24} \p{Lu}))/u

/**
 * Reads names as a line of contributors prints them, with the places between.
 *
 * @returns `undefined` when something in it is no name: then the line is prose
 *
 * @example
 * readPeople('Ann Lee in Porthaven, Maine, and Bob Cole') // Ann Lee, place "Porthaven, Maine"; Bob Cole
 */
export function readPeople(line: string): readonly Person[] | undefined {
  const people: Person[] = []
  for (const part of splitParts(line)) {
    // `Ann Lee @annlee`
    const text = line.slice(part.start, part.end).replace(/ @\w{2,30}$/u, '')
    const groups = (PLACE.exec(text) ?? BARE_PLACE.exec(text))?.groups
    const name = groups?.['name']?.trimEnd() ?? text
    const last = people.at(-1)
    if (!groups && last?.place && !text.includes(' ')) {
      people[people.length - 1] = {
        ...last,
        place: {start: last.place.start, end: part.start + text.length},
      }
      continue
    }
    if (!NAME.test(name) || name.length > 60) return undefined
    const house = HOUSE.exec(name)?.[0].length ?? 0
    const nameRange = {start: part.start + house, end: part.start + name.length}
    const place = groups?.['place']
    people.push({
      name: nameRange,
      ...(place !== undefined && {place: placeRange(part.start + text.length, place)}),
    })
  }
  return people.length === 0 ? undefined : people
}

function placeRange(end: number, place: string): Range {
  return {start: end - place.length, end}
}

function splitParts(line: string): Range[] {
  const parts: Range[] = []
  let start = 0
  for (const match of matchesOf(line, SEPARATOR)) {
    if (match.index > start) parts.push({start, end: match.index})
    start = match.index + match[0].length
  }
  if (start < line.length) parts.push({start, end: line.length})
  return parts
}
