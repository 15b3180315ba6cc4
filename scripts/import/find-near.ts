import type {SanityClient} from '@sanity/client'

import {isFields} from '../../ingest/merge-content.ts'
import {tellingKeys} from '../../ingest/near-text.ts'
import {bodyText} from '../../schemas/portable-text.ts'
import {readRecords, readText, readTexts} from '../narrow.ts'

/** A text that shares a key with another. */
export interface NearCandidate {
  /** `source.<hash>` */
  readonly id: string
  readonly keys: readonly string[]
}

/** What a text is compared by, and whose story it is. */
export interface ComparedText {
  /** `source.<hash>` */
  readonly id: string
  /** `article-<hash>`, without `drafts.` */
  readonly articleId: string
  readonly headline: string | undefined
  readonly body: string
}

/** Texts that are read for one, where all of its keys are made of stock phrases or of the form that it is printed from. */
const MOST_FOUND = 20

/**
 * The stored texts that share a key with each of some texts. How many texts have a key is asked first, for an index tells that without a text being read; those
 * of the rare keys are read then.
 *
 * @param wanted - Keys of each text
 * @returns For each text in turn
 */
export async function findCandidates(
  client: SanityClient,
  wanted: readonly (readonly string[])[],
): Promise<readonly (readonly NearCandidate[])[]> {
  const counts = await countTexts(client, [...new Set(wanted.flat())])
  const telling = wanted.map((keys) => tellingKeys(keys, (key) => counts.get(key) ?? 0))
  const found = await findSharing(
    client,
    telling.filter((keys) => keys.length > 0),
  )
  const each = found.values()
  return telling.map((keys) => (keys.length > 0 ? (each.next().value ?? []) : []))
}

/** Keys that one query counts: always as many, so that a lake can keep what it has made of the query. */
const COUNTED = 120

/** How many stored texts have each key. */
async function countTexts(
  client: SanityClient,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const parts = Array.from({length: Math.ceil(keys.length / COUNTED)}, (_, index) =>
    keys.slice(index * COUNTED, (index + 1) * COUNTED),
  )
  const counted = await Promise.all(
    parts.map(async (part) => {
      const params = Object.fromEntries(
        Array.from({length: COUNTED}, (_, index) => [`k${index}`, part[index] ?? '']),
      )
      const answer: unknown = await client.fetch(COUNTS, params, {
        perspective: 'raw',
        tag: 'import.near',
      })
      const counts: readonly unknown[] = Array.isArray(answer) ? answer : []
      return part.map((key, index) => [key, Number(counts[index])] as const)
    }),
  )
  return new Map(counted.flat())
}

// Each key by itself (`"1f3k" in nearKeys`): that is what an index can answer, here and on the hosted lake.
const COUNTS = `[${Array.from(
  {length: COUNTED},
  (_, index) => `count(*[_type == "sourceText" && $k${index} in nearKeys])`,
).join(', ')}]`

async function findSharing(
  client: SanityClient,
  wanted: readonly (readonly string[])[],
): Promise<readonly (readonly NearCandidate[])[]> {
  if (wanted.length === 0) return []
  const params: Record<string, string> = {}
  const queries = wanted.map((keys, text) => {
    const conditions = keys.map((key, index) => {
      params[`t${text}k${index}`] = key
      return `$t${text}k${index} in nearKeys`
    })
    return `*[_type == "sourceText" && (${conditions.join(' || ')})][0...${MOST_FOUND}]{_id, nearKeys}`
  })
  const answer: unknown = await client.fetch(`[${queries.join(',\n')}]`, params, {
    perspective: 'raw',
    tag: 'import.near',
  })
  const found: readonly unknown[] = Array.isArray(answer) ? answer : []
  return wanted.map((_, text) =>
    readRecords(found[text]).map((source) => ({
      id: readText(source['_id']) ?? '',
      keys: readTexts(source['nearKeys']),
    })),
  )
}

/** What stored texts say, and whose story each is; those that belong to one. */
export async function readCompared(
  client: SanityClient,
  ids: readonly string[],
): Promise<readonly ComparedText[]> {
  if (ids.length === 0) return []
  const found: unknown = await client.fetch(
    /* groq */ `*[_id in $ids] | order(_id){
      _id, parsed, notes, "articleId": *[_type == "articleRecord" && references(^._id)] | order(_id)[0].article._ref
    }`,
    {ids},
    {perspective: 'raw', tag: 'import.near'},
  )
  return readRecords(found).flatMap(({_id, parsed, notes, ...source}) => {
    const [id, articleId] = [readText(_id), readText(source['articleId'])]
    if (id === undefined || articleId === undefined) return []
    const [said, noted] = [readJson(parsed), readJson(notes)]
    const headline = readText(said['headline']) ?? readText(noted['headline'])
    return {id, articleId, headline, body: bodyText(said['body'])}
  })
}

function readJson(text: unknown): Readonly<Record<string, unknown>> {
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
  return isFields(value) ? value : {}
}
