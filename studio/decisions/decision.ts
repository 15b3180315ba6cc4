import type {SanityClient, Transaction} from '@sanity/client'

import type {decisionKinds} from '../../schemas/objects/decision.ts'
import {type Fields, isFields} from '../../schemas/rules/narrow.ts'
import {articleIdOf, recordIdOf} from '../article/record-id.ts'

/** Who decided, when and why. */
export interface Decision {
  /** The editor's name */
  readonly by: string
  /** ISO 8601 */
  readonly at: string
  readonly reason: string
}

/** An article as it is stored at this moment. */
export interface StoredArticle {
  readonly id: string
  readonly draftId: string
  readonly draft: Fields | undefined
  /** What readers have */
  readonly published: Fields | undefined
}

/** @param articleId - With or without `drafts.` */
export async function readStoredArticle(
  client: SanityClient,
  articleId: string,
): Promise<StoredArticle> {
  const id = articleId.replace(/^drafts\./u, '')
  const draftId = `drafts.${id}`
  const [published, draft]: unknown[] = await client.getDocuments([id, draftId])
  return {
    id,
    draftId,
    draft: isFields(draft) ? draft : undefined,
    published: isFields(published) ? published : undefined,
  }
}

/**
 * Adds a decision to the private record of an article, which is made where there is none. It stands in the transaction that does what
 * was decided, so that neither is ever there without the other.
 *
 * @param change - What else changes on the record
 */
export function noteDecision(
  transaction: Transaction,
  articleId: string,
  decision: Decision & {
    readonly kind: (typeof decisionKinds)[number]['value']
    readonly formerId?: string
    readonly formerRevision?: string
  },
  change: {readonly set?: Fields; readonly unset?: readonly string[]} = {},
): Transaction {
  const recordId = recordIdOf(articleId)
  return transaction
    .createIfNotExists({
      _id: recordId,
      _type: 'articleRecord',
      article: {_type: 'reference', _ref: articleIdOf(recordId), _weak: true},
    })
    .patch(recordId, (patch) =>
      patch
        .set({...change.set})
        .unset([...(change.unset ?? [])])
        .setIfMissing({decisions: []})
        .insert('after', 'decisions[-1]', [
          {_key: `${decision.kind}-${decision.at}`, _type: 'decision', ...decision},
        ]),
    )
}

/** Starts a draft from what readers have, where nobody has started one. */
export function startDraft(
  transaction: Transaction,
  {draftId, draft, published}: StoredArticle,
): Transaction {
  if (draft || !published) return transaction
  const {_rev: _, ...fields} = published
  return transaction.createIfNotExists({...fields, _id: draftId, _type: 'article'})
}
