import type {SanityClient} from '@sanity/client'

import {isKilled} from '../../schemas/rules/kill.ts'
import {sayRefusal} from '../texts/say-refusal.ts'
import {type Decision, noteDecision, readStoredArticle, startDraft} from './decision.ts'

/**
 * Takes an article back from its readers: in one transaction what they had becomes the draft, where there is none, and the reason is
 * kept on the record.
 *
 * @throws Error when readers do not have it, or have its tombstone; ClientError when another article refers to it
 */
export async function unpublishArticle(
  client: SanityClient,
  articleId: string,
  decision: Decision,
): Promise<void> {
  const stored = await readStoredArticle(client, articleId)
  const {id, published} = stored
  if (!published) throw new Error(sayRefusal('unpublish-not-out', {id}))
  if (isKilled(published)) {
    throw new Error(sayRefusal('unpublish-killed', {id}))
  }
  const transaction = startDraft(client.transaction(), stored).delete(id)
  noteDecision(transaction, id, {kind: 'unpublish', ...decision})
  await transaction.commit({tag: 'desk.unpublish'})
}
