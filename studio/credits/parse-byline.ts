import {indexAgencies} from '../../ingest/agencies/agency-index.ts'
import type {Agency} from '../../ingest/agencies/agency.ts'
import {readPeople} from '../../ingest/stages/people.ts'
import {bylineText} from '../../queries/print/byline-text.ts'

/** One entry of a byline as it was typed. */
export interface TypedByline {
  readonly name: string
  readonly role: TypedRole
  readonly jobTitle?: string
  readonly locationText?: string
  readonly affiliationText?: string
  /** A desk or a team rather than a person */
  readonly collective?: true
}

export type TypedRole = (typeof ROLES)[number][0]

/** How each role opens its clause; longer openings before the shorter ones they hold. */
const ROLES = [
  ['additionalReporting', 'additional reporting by'],
  ['contributed', '(?:with )?contributions (?:from|by)'],
  ['reporting', '(?:reporting|reported) by'],
  ['writing', '(?:writing|written) by'],
  ['editing', '(?:editing|edited) by'],
  ['photos', '(?:photos?|photography|photographs|pictures) by'],
  ['video', 'videos? by'],
  ['graphics', 'graphics? by'],
  ['translation', '(?:translation|translated) by'],
  ['research', '(?:research|researched) by'],
  ['by', 'by'],
] as const

const OPENINGS = ROLES.map(
  ([role, words]) => [role, new RegExp(`^${words}:?\\s{1,5}`, 'iu')] as const,
)
const CLAUSE_END = new RegExp(
  `\\s{0,5};\\s{0,5}|(?<!additional|with)[,.]?\\s{1,5}(?=(?:${ROLES.map(([, words]) => words)
    .filter((words) => words !== 'by')
    .join('|')})\\s)`,
  'giu',
)
const TITLE =
  /\b(?:correspondent|editor|reporter|writer|chief|columnist|critic|photographer|producer|analyst)s?\b/iu
const TEAM = /\b(?:staff|desk|team|bureau|correspondents|reporters|writers)$/iu

/** Whether a printed name is that of several people, `Our Foreign Staff`: no contributor is made of it. */
export function isTeam(name: string): boolean {
  return TEAM.test(name)
}

/**
 * Reads a byline as it is typed or pasted: `By A and B in C; additional reporting by D`, `By A | Reuters`. What it cannot sort stays in the name.
 *
 * @param text - One line, with or without "By"
 * @param agencies - Whose names after a comma are the house of the person before
 * @returns The entries in their order; `bylineText` of them is `text` again, where it was printed so
 */
export function parseByline(text: string, agencies: readonly Agency[]): readonly TypedByline[] {
  const line = text
    .replaceAll(/\s{0,1000}\|\s{0,1000}/gu, ', ')
    .replaceAll(/\s{1,1000}/gu, ' ')
    .replaceAll(/^[ ,]{1,1000}|[ ,]{1,1000}$/gu, '')
  return line
    .split(CLAUSE_END)
    .filter((clause) => clause !== '')
    .flatMap((clause) => parseClause(clause, agencies))
}

function parseClause(clause: string, agencies: readonly Agency[]): readonly TypedByline[] {
  const opening = OPENINGS.find(([, pattern]) => pattern.test(clause))
  const role = opening?.[0] ?? 'by'
  const list = opening ? clause.replace(opening[1], '') : clause
  const people: TypedByline[] = []
  for (const {name, place} of readPeople(list) ?? [{name: {start: 0, end: list.length}}]) {
    const printed = list.slice(name.start, name.end).trim()
    const location = place && {locationText: list.slice(place.start, place.end)}
    const before = people.at(-1)
    const post = before && postOf(printed, agencies)
    if (post) people[people.length - 1] = {...before, ...post, ...location}
    else if (printed !== '')
      people.push({name: printed, role, ...location, ...(isTeam(printed) && {collective: true})})
  }
  const printed = openingOf(clause, bylineText(people))
  return (
    sharings(people).find((shared) => bylineText(shared) === printed) ?? sharings(people)[0] ?? []
  )
}

/** The clause as `bylineText` opens it: with a capital, and with "By" where it was left out. */
function openingOf(clause: string, printed: string): string {
  const opened = `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}`
  return printed.startsWith('By ') && !/^by /iu.test(clause) ? `By ${clause}` : opened
}

function postOf(
  printed: string,
  agencies: readonly Agency[],
): Pick<TypedByline, 'jobTitle' | 'affiliationText'> | undefined {
  if (indexAgencies(agencies).find(printed)) return {affiliationText: printed}
  return TITLE.test(printed) ? {jobTitle: printed} : undefined
}

/**
 * `A and B in C` may put both in C or only B: every way to share a place with the names before it, the one that shares most first.
 */
function sharings(people: readonly TypedByline[]): readonly (readonly TypedByline[])[] {
  let ways: readonly (readonly TypedByline[])[] = [[]]
  let waiting: TypedByline[] = []
  for (const person of people) {
    const {locationText} = person
    if (locationText === undefined) {
      waiting.push(person)
      continue
    }
    const group = waiting
    const shared = group.map((other) => Object.assign({}, other, {locationText}))
    const places = [...group.keys(), group.length].map((alone) =>
      group.slice(0, alone).concat(shared.slice(alone), person),
    )
    ways = ways.slice(0, 50).flatMap((way) => places.map((place) => way.concat(place)))
    waiting = []
  }
  return ways.map((way) => way.concat(waiting))
}
