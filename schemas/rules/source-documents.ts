import {fieldOf, isFields, referenceOf, textOf, type Fields} from './narrow.ts'

/** The sources that no newer one replaces: what the article stands on today. */
export function currentSources(sources: readonly unknown[]): readonly Fields[] {
  const documents = sources.filter(isFields)
  const replaced = new Set(documents.map((source) => referenceOf(source, 'previousVersion')))
  return documents.filter(
    (source) => textOf(source, '_id') === '' || !replaced.has(textOf(source, '_id')),
  )
}

/** The fields as parsed; `undefined` where the JSON cannot be read. */
export function parsedSnapshot(source: unknown): Fields | undefined {
  const parsed = parseJson(fieldOf(source, 'parsed'))
  return isFields(parsed) ? parsed : undefined
}

/** The spans of a source's ledger; `undefined` where the JSON cannot be read. */
export function ledgerSpans(source: unknown): readonly Fields[] | undefined {
  const spans = parseJson(fieldOf(source, 'ledger'))
  return Array.isArray(spans) ? spans.filter(isFields) : undefined
}

function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
