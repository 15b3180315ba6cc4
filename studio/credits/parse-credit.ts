import {indexAgencies} from '../../ingest/agencies/agency-index.ts'
import type {Agency} from '../../ingest/agencies/agency.ts'
import type {CreditRelation} from '../../ingest/story.ts'

/** One name of a wire credit as it was typed. */
export interface TypedCredit<KnownAgency extends Agency> {
  readonly name: string
  readonly relation: CreditRelation
  /** The wire source known by that name */
  readonly agency?: KnownAgency
}

// `via PTI`, `with inputs from A and B`, `distributed by TNS`
const LEADS = [
  [
    'withInputsFrom',
    /^with (?:(?:additional )?(?:inputs?|files?|reports?|reporting) (?:from|by) )?/iu,
  ],
  ['distributedBy', /^distributed by /iu],
  ['via', /^via /iu],
] as const
const SEPARATOR =
  /\s{0,3}[,;/&]\s{0,3}|\s{1,3}and\s{1,3}|\s{1,3}(?=(?:via|with|distributed by)\s)/giu

/**
 * Reads a wire credit as it is typed: `AFP, Reuters via PTI, with inputs from AP`. Names that the registry does not know stay as written.
 *
 * @returns The names in their order; `creditText` of them is `text` again, where it was printed so
 */
export function parseCredit<KnownAgency extends Agency>(
  text: string,
  agencies: readonly KnownAgency[],
): readonly TypedCredit<KnownAgency>[] {
  const line = text
    .replaceAll(/\s{1,1000}/gu, ' ')
    .trim()
    .replace(/^\((?<inside>.{0,1000})\)$/u, '$<inside>')
  const credits: TypedCredit<KnownAgency>[] = []
  for (const part of line.split(SEPARATOR)) {
    const lead = LEADS.find(([, pattern]) => pattern.test(part))
    const printed = (lead ? part.replace(lead[1], '') : part).trim()
    if (printed === '') continue
    const bare = printed.replace(/^the /iu, '')
    const index = indexAgencies(agencies)
    const code = (index.find(printed) ?? index.find(bare))?.code
    const agency = code === undefined ? undefined : agencies.find((known) => known.code === code)
    const name = agency ? bare : printed
    const relation = lead?.[0] ?? credits.at(-1)?.relation ?? 'sole'
    credits.push({name, relation, ...(agency && {agency})})
  }
  const isAlone = credits.filter(({relation}) => relation === 'sole').length < 2
  return isAlone
    ? credits
    : credits.map((credit) =>
        credit.relation === 'sole' ? Object.assign({}, credit, {relation: 'combined'}) : credit,
      )
}
