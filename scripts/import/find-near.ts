import type {SanityClient} from '@sanity/client'

import {isFields} from '../../ingest/merge-content.ts'
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
  /** `article-<hash>`, without `drafts.` */
  readonly articleId: string
  readonly headline: string | undefined
  readonly body: string
}

/** Texts that are found for one by all of its keys; more share a key only where it is a stock phrase or all are printed from one form. */
const MOST_FOUND = 100
/** Texts that are found by one key, where those of all are too many. */
const MOST_BY_KEY = 20

/**
 * The stored texts that share a key with each of some texts. Each key is asked for by itself (`"1f3k" in nearKeys`): that is what an index
 * can answer, here and on the hosted lake. Where a stock phrase finds too many, the texts of each key are looked at, so that the rare keys count.
 *
 * @param wanted - Keys of each text
 * @returns For each text in turn
 */
export async function findCandidates(
  client: SanityClient,
  wanted: readonly (readonly string[])[],
): Promise<readonly (readonly NearCandidate[])[]> {
  const found = await findSharing(client, wanted, MOST_FOUND)
  return Promise.all(
    wanted.map(async (keys, index) => {
      const candidates = found[index] ?? []
      if (candidates.length < MOST_FOUND) return candidates
      const byKey = await findSharing(
        client,
        keys.map((key) => [key]),
        MOST_BY_KEY,
      )
      return [...new Map(byKey.flat().map((candidate) => [candidate.id, candidate])).values()]
    }),
  )
}

async function findSharing(
  client: SanityClient,
  wanted: readonly (readonly string[])[],
  most: number,
): Promise<readonly (readonly NearCandidate[])[]> {
  if (wanted.length === 0) return []
  const params: Record<string, string> = {}
  const queries = wanted.map((keys, text) => {
    const conditions = keys.map((key, index) => {
      params[`t${text}k${index}`] = key
      return `$t${text}k${index} in nearKeys`
    })
    return `*[_type == "sourceText" && (${conditions.join(' || ')})][0...${most}]{_id, nearKeys}`
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
      parsed, notes, "articleId": *[_type == "articleRecord" && references(^._id)] | order(_id)[0].article._ref
    }`,
    {ids},
    {perspective: 'raw', tag: 'import.near'},
  )
  return readRecords(found).flatMap(({parsed, notes, articleId}) => {
    const id = readText(articleId)
    if (id === undefined) return []
    const [said, noted] = [readJson(parsed), readJson(notes)]
    const headline = readText(said['headline']) ?? readText(noted['headline'])
    return {articleId: id, headline, body: bodyText(said['body'])}
  })
}

function readJson(text: unknown): Readonly<Record<string, unknown>> {
  const value: unknown = typeof text === 'string' ? JSON.parse(text) : undefined
  return isFields(value) ? value : {}
}
