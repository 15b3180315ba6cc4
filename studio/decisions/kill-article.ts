import type {SanityClient} from '@sanity/client'

import {article} from '../../schemas/documents/article/article.ts'
import {textOf} from '../../schemas/rules/narrow.ts'
import {sayRefusal} from '../texts/say-refusal.ts'
import {type Decision, noteDecision, readStoredArticle} from './decision.ts'

/**
 * Kills an article: in one transaction readers get the tombstone, every word of the story goes out of the published document (so
 * that no query finds it), the draft goes, and the reason is kept on the record. The former text stays in the history, and the
 * record says where. A story that never went out leaves no address either.
 *
 * @param readerText - The sentence for readers
 * @throws Error when there is no such article; ClientError when the lake refuses
 */
export async function killArticle(
  client: SanityClient,
  articleId: string,
  {readerText, ...decision}: Decision & {readonly readerText: string},
): Promise<void> {
  const {id, draftId, draft, published} = await readStoredArticle(client, articleId)
  const former = draft ?? published
  if (!former) throw new Error(sayRefusal('kill-gone', {id}))
  const stored = Object.keys({...published, ...draft}).filter((name) => !name.startsWith('_'))
  const tombstone = {
    pubStatus: 'canceled',
    kill: {_type: 'kill', at: decision.at, readerText},
    contentUpdatedAt: decision.at,
  }
  const kept = new Set([...Object.keys(tombstone), ...(published ? addressFields : [])])
  const gone = new Set([...fieldNames, ...stored].filter((name) => !kept.has(name)))
  const transaction = client
    .transaction()
    .createIfNotExists({_id: id, _type: 'article'})
    .patch(id, (patch) => patch.set(tombstone).unset([...gone]))
  if (draft) transaction.delete(draftId)
  noteDecision(
    transaction,
    id,
    {
      kind: 'kill',
      ...decision,
      formerId: textOf(former, '_id'),
      formerRevision: textOf(former, '_rev'),
    },
    {unset: ['workflowState', 'republishReason']},
  )
  await transaction.commit({tag: 'desk.kill'})
}

const fieldNames: readonly string[] = article.fields.map(({name}) => name)

/** What a tombstone keeps: where it stands and since when. */
const addressFields: readonly string[] = [
  'slug',
  'formerSlugs',
  'publication',
  'section',
  'language',
  'firstPublishedAt',
  'publishedAt',
]
