import type {SanityClient} from '@sanity/client'

import {recordIdOf} from '../article/record-id.ts'

/**
 * Moves an article to another state of work, on its private record; makes the record of an article that was written here.
 */
export async function moveArticle(
  client: SanityClient,
  articleId: string,
  workflowState: string,
): Promise<void> {
  const id = recordIdOf(articleId)
  await client
    .transaction()
    .createIfNotExists({
      _id: id,
      _type: 'articleRecord',
      article: {_type: 'reference', _ref: id.replace(/^record\./u, ''), _weak: true},
    })
    .patch(id, (patch) => patch.set({workflowState}))
    .commit({tag: 'desk.move'})
}

/** Takes a published article off the lists of work: that it is out is told by the published document, not stored beside it. */
export async function leaveWorkflow(client: SanityClient, articleId: string): Promise<void> {
  await client.patch(recordIdOf(articleId)).unset(['workflowState']).commit({tag: 'desk.published'})
}
