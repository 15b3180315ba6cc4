import type {ParsedCopy} from './parse-copy.ts'

/**
 * What the `expected.json` of a fixture says of a text: what its story has, and the words that were in doubt. What is left out must be
 * absent.
 */
export function fixtureOf({raw, story, findings}: Omit<ParsedCopy, 'spans' | 'snapshot'>): object {
  const doubts = findings.map(({code, start, end}) => ({code, text: raw.slice(start, end)}))
  return Object.fromEntries(
    Object.entries({...story, findings: doubts}).filter(([, value]) => isThere(value)),
  )
}

function isThere(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0)
}
