import type {SanityClient} from '@sanity/client'

import {articleIdOf, recordIdOf} from '../article/record-id.ts'

/** Makes the private record of an article that was written here; an imported one has it. */
export async function ensureRecord(client: SanityClient, articleId: string): Promise<void> {
  await client.createIfNotExists(emptyRecord(articleId), {tag: 'desk.record'})
}

/** Moves an article to another state of work, on its private record. */
export async function moveArticle(
  client: SanityClient,
  articleId: string,
  workflowState: string,
): Promise<void> {
  await client
    .transaction()
    .createIfNotExists(emptyRecord(articleId))
    .patch(recordIdOf(articleId), (patch) => patch.set({workflowState}))
    .commit({tag: 'desk.move'})
}

function emptyRecord(articleId: string) {
  const _id = recordIdOf(articleId)
  return {
    _id,
    _type: 'articleRecord',
    article: {_type: 'reference', _ref: articleIdOf(_id), _weak: true},
  }
}

/**
 * Takes a published article off the lists of work: that it is out is told by the published document, not stored beside it. An update that
 * waited as a draft waits no longer.
 */
export async function leaveWorkflow(client: SanityClient, articleId: string): Promise<void> {
  await client
    .patch(recordIdOf(articleId))
    .unset(['workflowState'])
    .set({'findings[code=="update-waits"].state': 'resolved'})
    .commit({tag: 'desk.published'})
}
