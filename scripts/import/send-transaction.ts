import type {Mutation, SanityClient} from '@sanity/client'

import type {PlannedMutation, PlannedTransaction} from './planned-mutation.ts'

/** Sends planned transactions to a dataset as they are. */
export function sendTransaction(
  client: SanityClient,
): (transaction: PlannedTransaction) => Promise<unknown> {
  return ({transactionId, mutations}) =>
    client.mutate(mutations.map(unlocked), {
      transactionId,
      returnDocuments: false,
      tag: 'import.write',
    })
}

/** The client's types want lists that may be written to. */
function unlocked(mutation: PlannedMutation): Mutation {
  if (!('patch' in mutation)) return mutation
  const {unset, insert, ...patch} = mutation.patch
  return {
    patch: {
      ...patch,
      ...(unset !== undefined && {unset: [...unset]}),
      ...(insert !== undefined && {insert: {...insert, items: [...insert.items]}}),
    },
  }
}
