import type {SanityClient} from '@sanity/client'

import type {Fields} from '../../ingest/merge-content.ts'
import {isStale} from './is-stale.ts'
import {mutationText} from './mutation-text.ts'
import type {PlannedMutation, PlannedTransaction} from './planned-mutation.ts'
import {documentReader} from './read-story.ts'

/**
 * Sends planned transactions to a dataset as they are. A transaction whose answer was lost on the way is sent again, and refused then: what it
 * has made is there, so it is done.
 */
export function sendTransaction(
  client: SanityClient,
): (transaction: PlannedTransaction) => Promise<void> {
  const read = documentReader(client)
  return async ({transactionId, mutations}) => {
    try {
      // Not `client.mutate`: it would write all of it as JSON twice again.
      await client.request({
        url: client.getDataUrl('mutate'),
        method: 'POST',
        query: {visibility: 'sync'},
        headers: {'content-type': 'application/json'},
        body: `{"mutations":[${mutations.map(mutationText).join(',')}],"transactionId":${JSON.stringify(transactionId)}}`,
        tag: 'import.write',
      })
    } catch (error) {
      if (!isStale(error)) throw error
      const documents = await read(mutations.map(idOf))
      if (!isDone(transactionId, mutations, documents)) throw error
    }
  }
}

function isDone(
  transactionId: string,
  mutations: readonly PlannedMutation[],
  documents: ReadonlyMap<string, Fields>,
): boolean {
  if (mutations.every((mutation) => 'delete' in mutation)) return documents.size === 0
  return [...documents.values()].some(({_rev}) => _rev === transactionId)
}

function idOf(mutation: PlannedMutation): string {
  if ('create' in mutation) return mutation.create._id
  if ('createIfNotExists' in mutation) return mutation.createIfNotExists._id
  return 'patch' in mutation ? mutation.patch.id : mutation.delete.id
}
