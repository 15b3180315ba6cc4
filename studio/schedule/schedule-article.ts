import type {SanityClient} from '@sanity/client'

import {blockingProblems} from '../../schemas/rules/check-article.ts'
import type {Problem} from '../../schemas/rules/problem.ts'
import {readArticleAtTheGate} from '../publish/article-at-the-gate.ts'
import {sayRefusal} from '../texts/say-refusal.ts'

/**
 * Lets an article out by the clock, with Sanity's scheduled drafts: a release of this one article, which the lake publishes when its time comes.
 *
 * @param articleId - Without `drafts.`
 * @param at - ISO 8601
 * @returns What stops it then, and nothing is scheduled; `[]` when it is
 * @throws Error when there is no draft any more
 */
export async function scheduleArticle(
  client: SanityClient,
  articleId: string,
  at: string,
): Promise<readonly Problem[]> {
  const article = await readArticleAtTheGate(client, articleId, at)
  if (!article) throw new Error(sayRefusal('schedule-no-draft'))
  const problems = blockingProblems(article.problems)
  if (problems.length > 0) return problems
  const {releaseId} = await client.releases.create({
    metadata: {
      title: 'Scheduled publish',
      // Found again by it: see `schedulesQuery`
      description: articleId,
      releaseType: 'scheduled',
      cardinality: 'one',
      intendedPublishAt: at,
    },
  })
  await client.createVersion({
    releaseId,
    publishedId: articleId,
    baseId: `drafts.${articleId}`,
  })
  await client.releases.schedule({releaseId, publishAt: at})
  return []
}
