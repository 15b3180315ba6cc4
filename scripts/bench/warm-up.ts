import type {SanityClient} from '@sanity/client'

import {type MeasuredQuery, measuredQueries} from './measured-queries.ts'

/**
 * Asks for each query in turn, until the programs are compiled and what is asked for all the time is in memory.
 *
 * @param rounds - As many again are measured then, with other parameters
 * @returns What the very first answer after the start took, in milliseconds, by the query's name
 */
export async function warmUp(
  client: SanityClient,
  articles: number,
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const first = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    for (const query of measuredQueries) {
      const start = performance.now()
      await askFor(client, query, rounds + 1 + round, articles)
      if (round === 0) first.set(query.name, performance.now() - start)
    }
  }
  return first
}

let asked = 0

/**
 * Asks what was never asked before: a parameter that the query does not look at makes it another question, so that no answer is remembered.
 *
 * @param round - Tells the parameters
 */
export function askFor(
  client: SanityClient,
  {groq, params, perspective}: MeasuredQuery,
  round: number,
  articles: number,
): Promise<unknown> {
  asked += 1
  return client.fetch(groq, {...params(round, articles), asked}, {perspective})
}
