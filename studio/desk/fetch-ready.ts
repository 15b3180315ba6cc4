import type {SanityClient} from '@sanity/client'
import {getPublishedId} from '@sanity/client/csm'

import {articleIdOf, recordIdOf} from '../article/record-id.ts'
import {fetchIds} from './fetch-ids.ts'

/** Documents that are looked up at once: an import changes thousands. */
const PORTION = 500

const READY = '_type == "articleRecord" && workflowState == "ready"'

/** Published ids of the articles that somebody called ready, the newest first. */
export function fetchReady(client: SanityClient): Promise<readonly string[]> {
  return fetchIds(rawly(client), `*[${READY}] | order(_createdAt desc).article._ref`)
}

/**
 * What may be judged otherwise after a change: the article itself, and those that have its slug.
 *
 * @param changed - Ids of articles and records as they are stored
 */
export async function fetchConcerned(
  client: SanityClient,
  changed: readonly string[],
): Promise<ReadonlySet<string>> {
  const concerned = new Set(changed.map(articleIdOf))
  for (let start = 0; start < changed.length; start += PORTION) {
    const ids = changed.slice(start, start + PORTION)
    const slugs = await fetchIds(
      rawly(client),
      '*[_id in $ids && defined(slug.current)].slug.current',
      {ids},
    )
    if (slugs.length === 0) continue
    const sharers = await fetchIds(
      rawly(client),
      '*[_type == "article" && slug.current in $slugs]._id',
      {slugs},
    )
    for (const id of sharers) concerned.add(getPublishedId(id))
  }
  return concerned
}

/** Those of some articles that somebody called ready. */
export async function fetchReadyAmong(
  client: SanityClient,
  articles: readonly string[],
): Promise<readonly string[]> {
  const ready: string[] = []
  for (let start = 0; start < articles.length; start += PORTION) {
    const ids = articles.slice(start, start + PORTION).map(recordIdOf)
    ready.push(...(await fetchIds(rawly(client), `*[${READY} && _id in $ids].article._ref`, {ids})))
  }
  return ready
}

function rawly(client: SanityClient): SanityClient {
  return client.withConfig({perspective: 'raw'})
}
