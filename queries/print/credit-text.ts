import {joinNames, openSentence} from './join-names.ts'

/** An entry of the wire credits as the queries give it; a missing value may be `null` or absent. */
export interface PrintedCredit {
  readonly name?: string | null
  readonly relation?: string | null
}

/** How a publication prints its credits. */
export type EndCreditPolicy = 'capitals' | 'parentheses' | 'names' | 'none'

/**
 * The printed credit: the only place that makes it.
 *
 * @param credits - The entries in their order, the main source first; entries without a name are left out
 * @param policy - The publication's `endCreditPolicy`; capitals where it has none
 * @returns One line, or `''` when nobody is credited or the publication prints no credit
 *
 * @example
 * creditText([{name: 'AFP', relation: 'combined'}, {name: 'Reuters', relation: 'combined'}])
 * // 'AFP, REUTERS'
 */
export function creditText(
  credits: readonly PrintedCredit[] | null | undefined,
  policy?: EndCreditPolicy | null,
): string {
  if (policy === 'none') return ''
  const named = (credits ?? []).map(({name, relation}) => ({
    relation: relation ?? 'sole',
    name: printedName(name?.trim() ?? '', policy ?? 'capitals'),
  }))
  const printed = new Set([''])
  const namesOf = (...relations: readonly string[]): readonly string[] =>
    named
      .filter(({name, relation}) => relations.includes(relation) && isFirst(name, printed))
      .map(({name}) => name)

  const main = namesOf('sole', 'combined').join(', ')
  const via = phrase('via', namesOf('via'))
  const inputs = phrase('with inputs from', namesOf('withInputsFrom'))
  const distributor = phrase('distributed by', namesOf('distributedBy'))
  const origin = [main, via].filter(Boolean).join(' ')
  const text = [origin, inputs, distributor].filter(Boolean).join(', ')
  const line = main === '' ? openSentence(text) : text
  return policy === 'parentheses' && line !== '' ? `(${line})` : line
}

/** An agency that stands in the dateline and at the end is credited once. */
function isFirst(name: string, printed: Set<string>): boolean {
  if (printed.has(name)) return false
  printed.add(name)
  return true
}

function printedName(name: string, policy: EndCreditPolicy): string {
  return policy === 'capitals' ? name.toUpperCase() : name
}

function phrase(words: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${words} ${joinNames(names)}`
}
