import type {SanityClient} from '@sanity/client'

import {type MeasuredQuery, measuredQueries} from './measured-queries.ts'

/** How a lake comes to the speed that it has on a desk that has been open for a while. */
export interface WarmUp {
  /** How often each query is asked before anything is measured */
  readonly rounds: number
  /** The very first answer after the start, in milliseconds, by the query's name */
  readonly first: ReadonlyMap<string, number>
}

/**
 * Asks for each query in turn, until the programs are compiled and what is asked for all the time is in memory.
 *
 * @param rounds - As many again are measured then, with other parameters
 */
export async function warmUp(
  client: SanityClient,
  articles: number,
  rounds: number,
): Promise<WarmUp> {
  const first = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    for (const query of measuredQueries) {
      const start = performance.now()
      await askFor(client, query, rounds + 1 + round, articles)
      if (round === 0) first.set(query.name, performance.now() - start)
    }
  }
  return {rounds, first}
}

/** @param round - Tells the parameters */
export function askFor(
  client: SanityClient,
  {groq, params, perspective}: MeasuredQuery,
  round: number,
  articles: number,
): Promise<unknown> {
  return client.fetch(groq, {...params(round, articles)}, {perspective})
}
