import type {SanityClient} from '@sanity/client'

import {errorSentence} from '../error-sentence.ts'
import {isRecord} from '../narrow.ts'
import {type Answer, startGroqJs} from './ask-groq-js.ts'
import {isSameAnswer} from './same-answer.ts'
import type {ConformanceCase, ConformanceSuite} from './suite.ts'

/** A case that the lake does not answer as the suite expects. */
export interface Difference {
  readonly file: string
  readonly name: string
  readonly query: string
  readonly expected: unknown
  readonly lake: Answer
  /** Whether groq-js over the same documents answers as expected: then the lake is at fault */
  readonly groqJsPasses: boolean
  /** Whether the lake answers as groq-js does */
  readonly sameAsGroqJs: boolean
}

export interface ConformanceReport {
  readonly passed: number
  readonly differences: readonly Difference[]
}

/**
 * Asks a lake every case of a suite, each dataset of the suite in a dataset of its own, and compares with the expectation and with groq-js
 * over the same documents in the lake's order.
 *
 * @param clientFor - A client with the lake's token for a dataset of that name
 * @param stop - Once aborted, no further case is asked
 */
export async function runConformance(
  suite: ConformanceSuite,
  clientFor: (dataset: string) => SanityClient,
  onDifference: (difference: Difference) => void,
  stop: AbortSignal,
): Promise<ConformanceReport> {
  const documents = new Map(suite.datasets.map((dataset) => [dataset.id, dataset.documents]))
  const stored = new Map<string, SanityClient>()
  const differences: Difference[] = []
  const groqJs = startGroqJs()
  let asked = 0
  for (const one of suite.cases) {
    if (stop.aborted) break
    asked += 1
    const given = (documents.get(one.datasetId) ?? []).toSorted(byId)
    const client =
      stored.get(one.datasetId) ?? (await store(given, clientFor(`suite-${stored.size + 1}`)))
    stored.set(one.datasetId, client)
    const lake = await askLake(client, one)
    if (isExpected(one, lake)) continue
    const reference = await groqJs.ask({...one, documents: given})
    const difference = {
      file: one.file,
      name: one.name,
      query: one.query,
      expected: one.expected,
      lake,
      groqJsPasses: isExpected(one, reference),
      sameAsGroqJs: isSame(lake, reference),
    }
    differences.push(difference)
    onDifference(difference)
  }
  await groqJs.close()
  return {passed: asked - differences.length, differences}
}

type SuiteDocument = Readonly<Record<string, unknown>>

async function store(given: readonly SuiteDocument[], client: SanityClient): Promise<SanityClient> {
  const ids = new Set(given.map(({_id}) => _id))
  const mutations = given.map((document) => ({
    createOrReplace: {
      ...weakWhereNothingIs(document, ids),
      _id: String(document['_id']),
      _type: String(document['_type']),
    },
  }))
  for (let first = 0; first < mutations.length; first += 500) {
    await client.mutate(mutations.slice(first, first + 500), {returnDocuments: false})
  }
  return client
}

/** References of the suite may point nowhere, which a lake refuses of strong ones. */
function weakWhereNothingIs(
  document: SuiteDocument,
  ids: ReadonlySet<unknown>,
): Readonly<Record<string, unknown>> {
  const weaken = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(weaken)
    if (!isRecord(value)) return value
    const copy = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, weaken(item)]))
    return typeof value['_ref'] === 'string' && !ids.has(value['_ref'])
      ? {...copy, _weak: true}
      : copy
  }
  const weakened = weaken(document)
  return isRecord(weakened) ? weakened : document
}

async function askLake(client: SanityClient, {query, params}: ConformanceCase): Promise<Answer> {
  try {
    const value: unknown = await client.fetch(query, params, {perspective: 'raw'})
    return {type: 'value', value}
  } catch (error) {
    return {type: 'refused', message: errorSentence(error)}
  }
}

function isExpected({valid, expected}: ConformanceCase, answer: Answer): boolean {
  return answer.type === 'value' ? valid && isSameAnswer(answer.value, expected) : !valid
}

function isSame(one: Answer, other: Answer): boolean {
  if (one.type === 'refused' || other.type === 'refused') return one.type === other.type
  return isSameAnswer(one.value, other.value)
}

function byId(one: SuiteDocument, other: SuiteDocument): number {
  const [a, b] = [String(one['_id']), String(other['_id'])]
  return a < b ? -1 : Number(a > b)
}
