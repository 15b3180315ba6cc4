import type {SanityClient} from '@sanity/client'

import {blockingProblems, checkArticle} from '../../schemas/rules/check-article.ts'
import {fieldOf, instantOf} from '../../schemas/rules/narrow.ts'
import type {Problem} from '../../schemas/rules/problem.ts'
import {readForRules} from '../publish/rules-context.ts'
import {fetchIds} from './fetch-ids.ts'

/** Most articles that are checked at once: the newest that are ready. */
const MOST = 300

/**
 * Checks the articles that somebody called ready as the publish action will. Only these: a draft that is at work lacks this and that by
 * nature.
 *
 * @returns What stops each of them, by published id; those that may go out are not in it
 */
export async function fetchBrokenRules(
  client: SanityClient,
  now: Date,
): Promise<ReadonlyMap<string, readonly Problem[]>> {
  const ids = await fetchIds(
    client.withConfig({perspective: 'drafts'}),
    `*[_type == "articleRecord" && workflowState == "ready"] | order(_createdAt desc)[0...${MOST}].article._ref`,
  )
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
