import type {SanityClient} from '@sanity/client'

import {harbourArticle} from './harbour-article.ts'

/**
 * Writes a draft of the harbour article with its record.
 *
 * @param place.name - Of its id, `article-<name>`, and its slug
 * @param fields - Instead of those of the harbour article
 */
export async function addHarbourArticle(
  client: SanityClient,
  {name, workflowState}: {readonly name: string; readonly workflowState: string},
  fields: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await client
    .transaction()
    .create({
      ...harbourArticle,
      slug: {_type: 'slug', current: name},
      ...fields,
      _id: `drafts.article-${name}`,
    })
    .create({
      _id: `record.article-${name}`,
      _type: 'articleRecord',
      article: {_type: 'reference', _ref: `article-${name}`, _weak: true},
      workflowState,
    })
    .commit()
}
