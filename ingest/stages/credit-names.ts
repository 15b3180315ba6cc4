import {indexAgencies} from '../agencies/agency-index.ts'
import type {Agency} from '../agencies/agency.ts'
import {matchesOf} from '../matches-of.ts'
import {PUBLICATIONS} from '../publications/publications.ts'
import type {Reading} from '../reading.ts'
import type {CreditRelation} from '../story.ts'

/** One name of a printed credit; offsets in the credit's text, from the joining words (`via`, `with inputs from`) on. */
export interface CreditName {
  readonly start: number
  readonly end: number
  readonly relation: CreditRelation
  readonly agency?: Agency
}

// `With inputs from PTI`, `with AFP`, `Inputs from Reuters`, `via REUTERS`, `Distributed by TNS`
const LEAD =
  /^(?:(?<inputs>(?:written )?with (?:(?:additional )?(?:inputs?|files?|reports?|reporting|information) (?:from|by) )?|(?:additional )?inputs? from )|(?<distributed>distributed by )|(?<via>via )|compiled from |from |with (?=agency inputs))(?:the )?/iu
const SEPARATOR =
  /\s*(?:[,;/&]|(?<=\s)[-–—](?=\s)|\band\b|(?=\bvia\b)|(?<!\bwritten )(?=\bwith\b))\s*/giu
const WORD = /^[\p{Lu}\p{Lo}]/u

// `With PTI inputs`
const INPUTS_BEHIND = / inputs?$/u
// `THE JAKARTA POST/ASIA NEWS NETWORK`, `CHINA DAILY/ANN`: the network says which of its papers a story is from
const OF_NETWORK = /\/(?:ASIA NEWS NETWORK|Asia News Network|ANN)$/u
// `AGENCJA GAZETA/via REUTERS`: who stands before `via` need not be known
const CAPITALS = /^\p{Lu}[\p{Lu} .&-]{1,40}$/u

/**
 * Reads what stands where a credit may stand as a list of agencies, the main source first.
 *
 * @param text - `AFP, REUTERS`, `With inputs from PTI`, `ST, REUTERS`; no brackets, no full stop
 * @returns The names, or `undefined` when it is no credit: something in it is neither agency nor paper, or all are papers
 */
export function readCreditNames(
  text: string,
  {agencies}: Pick<Reading, 'agencies'>,
): readonly CreditName[] | undefined {
  if (text.length > 120) return undefined
  const index = indexAgencies(agencies)
  const names: CreditName[] = []
  const hasChain = /\bvia \p{Lu}/u.test(text) || OF_NETWORK.test(text)
  for (const {start, end} of splitNames(text)) {
    const part = text.slice(start, end)
    const lead = LEAD.exec(part)
    const named = part.slice(lead?.[0].length ?? 0)
    // `agency inputs` is in the registry as it stands
    const isShort = lead?.groups?.['inputs'] === undefined || index.find(named) !== undefined
    const printed = isShort ? named : named.replace(INPUTS_BEHIND, '')
    const agency = index.find(printed) ?? (lead === null ? undefined : index.find(part))
    const isKnown =
      agency !== undefined && (lead !== null || WORD.test(printed) || printed === agency.name)
    const isChain = hasChain && CAPITALS.test(printed)
    if (!isKnown && !isPaper(printed) && !isChain) return undefined
    const relation = leadRelation(lead?.groups) ?? names.at(-1)?.relation ?? 'sole'
    names.push({start, end, relation, ...(agency && {agency})})
  }
  if (!names.some((name) => name.agency)) return undefined
  if (names.length === 1) return names
  return names.map(inCompany)
}

/** A source that is not alone is no sole source. */
function inCompany(name: CreditName): CreditName {
  return name.relation === 'sole' ? {...name, relation: 'combined'} : name
}

function leadRelation(groups: Record<string, string | undefined> | undefined) {
  if (groups?.['inputs'] !== undefined) return 'withInputsFrom'
  if (groups?.['distributed'] !== undefined) return 'distributedBy'
  return groups?.['via'] === undefined ? undefined : 'via'
}

/** `AFP=Jiji` and `Tribune, Inc` stay whole only when the registry says so; everything else parts at its separators. */
function splitNames(text: string): {start: number; end: number}[] {
  const parts: {start: number; end: number}[] = []
  let start = 0
  for (const match of matchesOf(text, SEPARATOR)) {
    if (match.index > start) parts.push({start, end: match.index})
    start = Math.max(start, match.index + match[0].length)
  }
  if (start < text.length) parts.push({start, end: text.length})
  return parts
}

/** The names of the papers, the longer ones in capitals too. */
const PAPERS: ReadonlySet<string> = new Set(
  PUBLICATIONS.flatMap(({aliases}) =>
    aliases.flatMap((alias) => (alias.length > 3 ? [alias, alias.toUpperCase()] : [alias])),
  ),
)

/** A paper's own share in a mixed credit: `ST, REUTERS`, `BT STAFF, with AFP`. */
function isPaper(printed: string): boolean {
  const name = printed.replace(/ staff$/iu, '')
  if (/^staff$/iu.test(name)) return true
  return PAPERS.has(name)
}
