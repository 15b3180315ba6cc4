import type {SanityClient} from '@sanity/client'

import type {correctionTypes} from '../../schemas/objects/correction.ts'
import {sayRefusal} from '../texts/say-refusal.ts'
import {readStoredArticle, startDraft} from './decision.ts'

/** What readers are told about a change. */
export interface NewCorrection {
  readonly type: (typeof correctionTypes)[number]['value']
  readonly severity: 'substantive' | 'minor'
  /** ISO 8601 */
  readonly at: string
  readonly text: string
}

/**
 * Writes a correction on the draft of an article, which is started from what readers have where there is none. Readers get it, with the
 * time of the change, when the article is published.
 *
 * @throws Error when readers do not have the article: what nobody has read is changed, not corrected
 */
export async function correctArticle(
  client: SanityClient,
  articleId: string,
  correction: NewCorrection,
): Promise<void> {
  const stored = await readStoredArticle(client, articleId)
  const {id, draftId, published} = stored
  if (!published) throw new Error(sayRefusal('correct-not-out', {id}))
  await startDraft(client.transaction(), stored)
    .patch(draftId, (patch) =>
      patch
        .setIfMissing({corrections: []})
        .insert('after', 'corrections[-1]', [
          {_key: `correction-${correction.at}`, _type: 'correction', ...correction},
        ]),
    )
    .commit({tag: 'desk.correct'})
}
