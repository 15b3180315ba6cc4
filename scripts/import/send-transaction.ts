import type {Mutation, SanityClient} from '@sanity/client'

import type {Fields} from '../../ingest/merge-content.ts'
import {isStale} from './is-stale.ts'
import type {PlannedMutation, PlannedPatch, PlannedTransaction} from './planned-mutation.ts'
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
      await client.mutate(mutations.map(unlocked), {
        transactionId,
        returnDocuments: false,
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

function unlocked(mutation: PlannedMutation): Mutation {
  return 'patch' in mutation ? {patch: unlockedPatch(mutation.patch)} : mutation
}

/** A patch as types want it whose lists may be written to. */
export function unlockedPatch({unset, insert, ...patch}: PlannedPatch) {
  return {
    ...patch,
    ...(unset !== undefined && {unset: [...unset]}),
    ...(insert !== undefined && {insert: {...insert, items: [...insert.items]}}),
  }
}
