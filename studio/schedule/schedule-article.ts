import type {SanityClient} from '@sanity/client'

import {blockingProblems} from '../../schemas/rules/check-article.ts'
import {readArticleAtTheGate} from '../publish/article-at-the-gate.ts'

/**
 * Lets an article out by the clock, with Sanity's scheduled drafts: a release of this one article, which the lake publishes when its time comes.
 *
 * @param articleId - Without `drafts.`
 * @param at - ISO 8601
 * @throws Error when the rules would not let it out then; nothing is scheduled
 */
export async function scheduleArticle(
  client: SanityClient,
  articleId: string,
  at: string,
): Promise<void> {
  const article = await readArticleAtTheGate(client, articleId, at)
  if (!article) throw new Error('Cannot schedule: there is no draft of this article any more')
  const problems = blockingProblems(article.problems)
  if (problems.length > 0) {
    throw new Error(`It cannot go out then. ${problems.map(({message}) => message).join('. ')}`)
  }
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
}
