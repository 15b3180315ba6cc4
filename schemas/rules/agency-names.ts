import {isFields, stringsOf, textOf} from './narrow.ts'

/** Asked where the dataset's wire sources are not at hand: the names that stand in copy most. */
const WIDELY_USED = [
  'Reuters',
  'AFP',
  'Agence France-Presse',
  'AP',
  'Associated Press',
  'Bloomberg',
  'dpa',
  'Xinhua',
  'Kyodo',
  'Yonhap',
  'Bernama',
  'PTI',
  'ANI',
  'IANS',
  'UPI',
  'TASS',
  'EFE',
  'ANSA',
  'AAP',
] as const

/** An agency with every form in which copy names it. */
export interface NamedAgency {
  /** `_id` of the wire source; the name where it comes from the built-in list */
  readonly id: string
  readonly name: string
  readonly forms: readonly string[]
}

/** The agencies to look for: the dataset's wire sources, or the widely used ones when none are given. */
export function namedAgencies(wireSources: readonly unknown[] = []): readonly NamedAgency[] {
  const named = wireSources.filter(isFields).map((source) => ({
    id: textOf(source, '_id'),
    name: textOf(source, 'name'),
    forms: [textOf(source, 'name'), textOf(source, 'creditStyle'), ...stringsOf(source, 'aliases')]
      .map((form) => form.trim())
      .filter((form) => form !== ''),
  }))
  return named.length > 0
    ? named
    : WIDELY_USED.map((name) => ({id: name, name, forms: [name, name.toUpperCase()]}))
}

/**
 * Whether a short text is nothing but agency names, as a credit prints them: `AFP, REUTERS`, `PTI/ANI`, `with AFP`.
 */
export function isCreditLine(text: string, agencies: readonly NamedAgency[]): boolean {
  const known = new Set(agencies.flatMap(({forms}) => forms).map((form) => form.toLowerCase()))
  const parts = text
    .replace(/^[\s–—-]{1,4}/u, '')
    .replace(/^(?:with(?: inputs from)?|via|source:)\s/iu, '')
    .split(/[,/;&]|\sand\s/u)
    .map((part) => part.trim().toLowerCase())
  return parts.length > 0 && parts.every((part) => known.has(part))
}

/**
 * The credit that stands at the end of a line, after its last sentence, in parentheses or alone.
 * A name before the full stop ("he told Reuters.") is prose.
 *
 * @returns The credit as written, or `undefined`
 */
export function readEndCredit(line: string, agencies: readonly NamedAgency[]): string | undefined {
  const text = line.trim()
  const inside = /\((?<credit>[^()]{2,80})\)$/u.exec(text)?.groups?.['credit']
  const behind = /[.!?…"”’')\]]\s{0,3}(?<credit>[^.!?…"”’')\]]{2,80})$/u.exec(text)?.groups?.[
    'credit'
  ]
  const alone = text.length <= 80 ? text : undefined
  return [inside, behind, alone]
    .filter((candidate) => candidate !== undefined)
    .find((candidate) => isCreditLine(candidate, agencies))
    ?.trim()
}
