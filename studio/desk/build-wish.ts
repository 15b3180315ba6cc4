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
  const words = await Promise.all(
    wishes.words
      .split(/\s{1,100}/u)
      .filter(Boolean)
      // Each word may be the beginning of a longer one, as an editor types it
      .map((word, index) => buildWord(client, `${word}*`, index)),
  )
  const {wireSource, publication} = wishes
  const parts: readonly Wish[] = [
    ...words,
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

async function buildWord(client: SanityClient, word: string, index: number): Promise<Wish> {
  const contributors = await fetchIds(
    client.withConfig({perspective: 'published'}),
    `*[_type == "contributor" && name match $word][0...${MOST_CONTRIBUTORS}]._id`,
    {word},
  )
  const inText = `[headline, standfirst, slugline, pt::text(body), ...bylines[].nameAsWritten] match $word${index}`
  return contributors.length === 0
    ? {filter: inText, params: {[`word${index}`]: word}}
    : {
        filter: `(${inText} || references($contributors${index}))`,
        params: {[`word${index}`]: word, [`contributors${index}`]: contributors},
      }
}
