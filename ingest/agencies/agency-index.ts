import type {Agency} from './agency.ts'

/** Finds agencies by their printed names. */
export interface AgencyIndex {
  /** The agency printed as `name`, or `undefined`; short capitals (`AP`, `PA`) must be written so */
  find(name: string): Agency | undefined
}

/** White space that is not one plain space */
const WIDE_SPACE = /\s{2}|[^\S ]/u
const SHORT_CAPITALS = /^\p{Lu}{2,4}$/u
const indexes = new WeakMap<readonly Agency[], AgencyIndex>()

/**
 * Indexes a registry once; asked again for the same registry it gives the same index.
 *
 * @param agencies - The built-in registry, or the one read from the dataset
 */
export function indexAgencies(agencies: readonly Agency[]): AgencyIndex {
  const known = indexes.get(agencies)
  if (known) return known
  const exact = new Map<string, Agency>()
  const folded = new Map<string, Agency>()
  for (const agency of agencies) {
    for (const name of [agency.name, ...agency.aliases]) {
      if (SHORT_CAPITALS.test(name)) exact.set(name, agency)
      else folded.set(fold(name), agency)
    }
  }
  const longest = Math.max(0, ...[...exact.keys(), ...folded.keys()].map((name) => name.length)) + 8
  const index: AgencyIndex = {
    find(name) {
      const tidy = name.trim()
      if (tidy.length > longest) return undefined
      return exact.get(tidy) ?? folded.get(fold(tidy))
    },
  }
  indexes.set(agencies, index)
  return index
}

function fold(name: string): string {
  const lower = name.toLowerCase()
  return WIDE_SPACE.test(lower) ? lower.replace(/\s+/gu, ' ') : lower
}
