import type {SanityClient} from '@sanity/client'

import {fetchIds} from './fetch-ids.ts'

/** What an editor wishes for, as GROQ over articles. */
export interface Wish {
  readonly filter: string
  readonly params: Readonly<Record<string, unknown>>
}

/** Most contributors that one word stands for. */
const MOST_CONTRIBUTORS = 200

/**
 * Builds the filter for an editor's wishes. A word may stand in an article or in the name of a contributor that it links: these are
 * looked up first, for a filter that followed each link would have to look at every article.
 *
 * @returns `undefined` where nothing is wished for
 */
export async function buildWish(
  client: SanityClient,
  wishes: {readonly words: string; readonly wireSource: string; readonly publication: string},
): Promise<Wish | undefined> {
  const {wireSource, publication} = wishes
  // Each word may be the beginning of a longer one, as an editor types it
  const words = wishes.words
    .split(/\s{1,100}/u)
    .filter(Boolean)
    .map((word) => `${word}*`)
  const parts: readonly Wish[] = [
    ...(await buildWords(client, words)),
    ...(wireSource === ''
      ? []
      : [{filter: '$wireSource in wireCredits[].source._ref', params: {wireSource}}]),
    ...(publication === ''
      ? []
      : [{filter: 'publication._ref == $publication', params: {publication}}]),
  ]
  if (parts.length === 0) return undefined
  return {
    filter: parts.map(({filter}) => filter).join(' && '),
    params: Object.assign({}, ...parts.map(({params}) => params)),
  }
}

/** A filter for each word that names contributors, and one for all others together. */
async function buildWords(client: SanityClient, words: readonly string[]): Promise<Wish[]> {
  const reader = client.withConfig({perspective: 'published'})
  const named = await Promise.all(
    words.map(async (word) => ({word, contributors: await fetchIds(reader, NAMED, {word})})),
  )
  const plain = named.filter(({contributors}) => contributors.length === 0)
  return [
    ...(plain.length === 0
      ? []
      : [{filter: `${TEXTS} match $words`, params: {words: plain.map(({word}) => word)}}]),
    ...named
      .filter(({contributors}) => contributors.length > 0)
      .map(({word, contributors}, index) => ({
        filter: `(${TEXTS} match $word${index} || references($contributors${index}))`,
        params: {[`word${index}`]: word, [`contributors${index}`]: contributors},
      })),
  ]
}

const NAMED = `*[_type == "contributor" && name match $word][0...${MOST_CONTRIBUTORS}]._id`

const TEXTS = '[headline, standfirst, slugline, pt::text(body), ...bylines[].nameAsWritten]'
