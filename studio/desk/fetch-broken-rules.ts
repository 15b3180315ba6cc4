import type {SanityClient} from '@sanity/client'

import {blockingProblems, checkArticle} from '../../schemas/rules/check-article.ts'
import {fieldOf, instantOf} from '../../schemas/rules/narrow.ts'
import type {Problem} from '../../schemas/rules/problem.ts'
import {readForRules} from '../publish/rules-context.ts'

/** What stops each of some articles, by published id; those that may go out are not in it. */
export type BrokenRules = ReadonlyMap<string, readonly Problem[]>

/**
 * Checks articles as the publish action will.
 *
 * @param ids - Published ids; a few, for each is read whole with its received texts
 */
export async function fetchBrokenRules(
  client: SanityClient,
  ids: readonly string[],
  now: Date,
): Promise<BrokenRules> {
  if (ids.length === 0) return new Map()
  const articles = await readForRules(client, ids, now.toISOString())
  const broken = articles.map(({id, draft, context}): [string, readonly Problem[]] => {
    const article = draft ?? context.published
    if (article === undefined) return [id, []]
    return [id, blockingProblems(checkArticle(article, {...context, now: soonest(article, now)}))]
  })
  return new Map(broken.filter(([, problems]) => problems.length > 0))
}

/** When an article may go out: one that waits for the end of its embargo breaks no rule by that. */
function soonest(article: unknown, now: Date): string {
  const until = instantOf(fieldOf(article, 'embargo'), 'until') ?? 0
  return new Date(Math.max(now.getTime(), until)).toISOString()
}
