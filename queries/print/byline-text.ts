import {joinNames, openSentence} from './join-names.ts'

/** An entry of a byline as the queries give it; a missing value may be `null` or absent. */
export interface PrintedByline {
  readonly role?: string | null
  readonly name?: string | null
  readonly jobTitle?: string | null
  readonly locationText?: string | null
  readonly affiliationText?: string | null
}

/** The clauses in the order of printing. */
const CLAUSES = [
  ['by', 'by'],
  ['reporting', 'reporting by'],
  ['additionalReporting', 'additional reporting by'],
  ['contributed', 'with contributions from'],
  ['writing', 'writing by'],
  ['editing', 'editing by'],
  ['photos', 'photos by'],
  ['video', 'video by'],
  ['graphics', 'graphics by'],
  ['translation', 'translation by'],
  ['research', 'research by'],
] as const

/**
 * The printed byline: the only place that makes it.
 *
 * @param bylines - The entries in their order, names resolved; entries without a name are left out
 * @param override - A byline typed by hand; printed as it is
 * @returns One line, or `''` when nobody is named
 *
 * @example
 * bylineText([
 *   {role: 'by', name: 'Ann Lee', locationText: 'Oslo'},
 *   {role: 'by', name: 'Bo Ek', locationText: 'Oslo'},
 *   {role: 'additionalReporting', name: 'Cy Orr'},
 * ])
 * // 'By Ann Lee and Bo Ek in Oslo; additional reporting by Cy Orr'
 */
export function bylineText(
  bylines: readonly PrintedByline[] | null | undefined,
  override?: string | null,
): string {
  const typed = override?.trim() ?? ''
  if (typed !== '') return typed
  const clauses = CLAUSES.flatMap(([role, words]) => {
    const people = (bylines ?? []).filter((entry) => entry.role === role && nameOf(entry) !== '')
    return people.length === 0 ? [] : [`${words} ${peopleText(people)}`]
  })
  return openSentence(clauses.join('; '))
}

/** Neighbours in one place share it: "Ann Lee and Bo Ek in Oslo, and Cy Orr in Bergen". */
function peopleText(people: readonly PrintedByline[]): string {
  const groups: {readonly place: string; readonly names: string[]}[] = []
  for (const person of people) {
    const place = person.locationText?.trim() ?? ''
    const last = groups.at(-1)
    if (last?.place === place) last.names.push(nameWithPost(person))
    else groups.push({place, names: [nameWithPost(person)]})
  }
  const texts = groups.map(({place, names}) =>
    place === '' ? joinNames(names) : `${joinNames(names)} in ${place}`,
  )
  const several = groups.some(({names}) => names.length > 1) && groups.length > 1
  return several ? texts.join(', and ') : joinNames(texts)
}

function nameWithPost(person: PrintedByline): string {
  return [nameOf(person), person.jobTitle?.trim(), person.affiliationText?.trim()]
    .filter(Boolean)
    .join(', ')
}

function nameOf({name}: PrintedByline): string {
  return name?.trim() ?? ''
}
