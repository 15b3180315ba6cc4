import {isRecord, readRecords, readText} from '../narrow.ts'

/** A case of the public GROQ test suite (sanity-io/groq-test-suite), with the documents it asks. */
export interface ConformanceCase {
  readonly name: string
  /** File of the suite that it comes from */
  readonly file: string
  readonly query: string
  readonly params: Readonly<Record<string, unknown>>
  /** `false`: the query must be refused */
  readonly valid: boolean
  readonly expected: unknown
  readonly datasetId: string
}

export interface ConformanceDataset {
  readonly id: string
  readonly documents: readonly Readonly<Record<string, unknown>>[]
}

export interface ConformanceSuite {
  readonly datasets: readonly ConformanceDataset[]
  readonly cases: readonly ConformanceCase[]
  /** Cases that cannot be asked here, by reason */
  readonly notRun: Readonly<Record<string, number>>
}

/** The first GROQ, before its specification: kept in the suite for history only. */
const BEFORE_SPECIFICATION = '0.1'

/**
 * Reads a compiled suite: one JSON object a line.
 *
 * @throws SyntaxError naming the line that is no JSON object
 */
export function readSuite(text: string): ConformanceSuite {
  const entries = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const entry: unknown = JSON.parse(line)
    if (!isRecord(entry)) throw new SyntaxError(`Line ${index + 1} is no JSON object`)
    return [entry]
  })
  const datasets = entries
    .filter((entry) => entry['_type'] === 'dataset' && Array.isArray(entry['documents']))
    .map((entry) => ({
      id: readText(entry['_id']) ?? '',
      documents: readRecords(entry['documents']),
    }))
  const known = new Set(datasets.map(({id}) => id))
  const notRun: Record<string, number> = {}
  const cases: ConformanceCase[] = []
  for (const entry of entries) {
    if (entry['_type'] !== 'test') continue
    const reason = reasonNotToRun(entry, known)
    if (reason === undefined) cases.push(readCase(entry))
    else notRun[reason] = (notRun[reason] ?? 0) + 1
  }
  return {datasets, cases, notRun}
}

function reasonNotToRun(
  entry: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
): string | undefined {
  if (entry['version'] === BEFORE_SPECIFICATION) return 'GROQ before its specification'
  return known.has(datasetIdOf(entry)) ? undefined : 'dataset is only a web address'
}

function readCase(entry: Readonly<Record<string, unknown>>): ConformanceCase {
  return {
    name: readText(entry['name']) ?? 'without a name',
    file: readText(entry['filename']) ?? '',
    query: readText(entry['query']) ?? '',
    params: isRecord(entry['params']) ? entry['params'] : {},
    valid: entry['valid'] !== false,
    expected: entry['result'],
    datasetId: datasetIdOf(entry),
  }
}

function datasetIdOf({dataset}: Readonly<Record<string, unknown>>): string {
  return isRecord(dataset) ? (readText(dataset['_ref']) ?? '') : ''
}
