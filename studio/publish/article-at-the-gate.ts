import type {SanityClient} from '@sanity/client'

import {checkArticle} from '../../schemas/rules/check-article.ts'
import {type Fields, isFields} from '../../schemas/rules/narrow.ts'
import type {Problem} from '../../schemas/rules/problem.ts'
import {readForRules} from './rules-context.ts'

/** A draft that someone wants to publish, as the dataset has it at this moment, and what the rules say of it. */
export interface ArticleAtTheGate {
  readonly draft: Fields
  /** What readers have now */
  readonly published: Fields | undefined
  readonly hasRecord: boolean
  readonly problems: readonly Problem[]
}

/**
 * Reads an article afresh, with all that the rules need to know, and checks it.
 *
 * @param id - Published id of the article
 * @param now - ISO 8601
 * @returns `undefined` when there is no draft to publish
 */
export async function readArticleAtTheGate(
  client: SanityClient,
  id: string,
  now: string,
): Promise<ArticleAtTheGate | undefined> {
  const [article] = await readForRules(client, [id], now)
  if (!article || !isFields(article.draft)) return undefined
  const {draft, context} = article
  const {published, record} = context
  return {
    draft,
    published: isFields(published) ? published : undefined,
    hasRecord: isFields(record),
    problems: checkArticle(draft, context),
  }
}
