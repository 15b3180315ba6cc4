import type {Mutation, SanityClient} from '@sanity/client'

import type {PlannedTransaction} from './plan-import.ts'

/** Sends planned transactions to a dataset as they are. */
export function sendTransaction(
  client: SanityClient,
): (transaction: PlannedTransaction) => Promise<unknown> {
  return ({transactionId, mutations}) => {
    const unlocked: Mutation[] = mutations.map((mutation) => mutation)
    return client.mutate(unlocked, {transactionId, returnDocuments: false, tag: 'import.write'})
  }
}
