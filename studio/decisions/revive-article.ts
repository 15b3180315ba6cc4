import type {SanityClient} from '@sanity/client'

import {type Fields, isFields, itemsOf, textOf} from '../../schemas/rules/narrow.ts'
import {recordIdOf} from '../article/record-id.ts'
import {sayRefusal} from '../texts/say-refusal.ts'
import {type Decision, noteDecision, readStoredArticle} from './decision.ts'

/**
 * Brings the text of a killed article back from the history, as a draft: readers keep the tombstone until it is published again,
 * which the reason now allows. A draft begun on the tombstone gives way.
 *
 * @param dataset - Name of the dataset of `client`
 * @throws Error when the text cannot be found in the history
 */
export async function reviveArticle(
  client: SanityClient,
  dataset: string,
  articleId: string,
  decision: Decision,
): Promise<void> {
  const {id, draftId, published} = await readStoredArticle(client, articleId)
  const record: unknown = await client.getDocument(recordIdOf(id))
  const former = await readFormerText(client, dataset, record)
  if (!former) {
    throw new Error(sayRefusal('revive-unknown-place', {id}))
  }
  const {_rev: _, kill: _kill, ...fields} = former
  const address: Fields = published?.['slug'] === undefined ? {} : {slug: published['slug']}
  const transaction = client.transaction().createOrReplace({
    ...fields,
    ...address,
    _id: draftId,
    _type: 'article',
    pubStatus: 'usable',
  })
  noteDecision(
    transaction,
    id,
    {kind: 'revive', ...decision},
    {set: {republishReason: decision.reason, workflowState: 'drafting'}, unset: ['killFlag']},
  )
  await transaction.commit({tag: 'desk.revive'})
}

async function readFormerText(
  client: SanityClient,
  dataset: string,
  record: unknown,
): Promise<Fields | undefined> {
  const kill = itemsOf(record, 'decisions').findLast(({kind}) => kind === 'kill')
  const [id, revision] = [textOf(kill, 'formerId'), textOf(kill, 'formerRevision')]
  if (id === '' || revision === '') return undefined
  const answer: unknown = await client.request({
    url: `/data/history/${dataset}/documents/${id}`,
    query: {revision},
    tag: 'desk.revive',
  })
  return itemsOf(answer, 'documents').find(isFields)
}
