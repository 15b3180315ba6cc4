import {isStale} from './is-stale.ts'
import type {PlannedCopy} from './plan-import.ts'
import type {PreparedCopy} from './prepare-copy.ts'
import type {RunTransactions} from './run-transactions.ts'

/** How often a text is sent when somebody else has written meanwhile; once it was in a transaction with others. */
const TRIES = 5

/**
 * Plans a text on what is stored by now and sends it in a transaction of its own, again while somebody else writes its article.
 *
 * @returns What was sent; without mutations when there was nothing to send, or no try held
 * @throws What `send` throws but for a stale transaction
 */
export async function sendAlone(
  path: string,
  copy: PreparedCopy,
  {
    transactions,
    plan,
  }: {
    readonly transactions: RunTransactions
    readonly plan: (path: string, copy: PreparedCopy) => Promise<PlannedCopy>
  },
): Promise<PlannedCopy> {
  for (let attempt = 2; attempt <= TRIES; attempt += 1) {
    const planned = await plan(path, copy)
    if (planned.mutations.length === 0) return planned
    try {
      await transactions.send(transactions.next([planned]))
      return planned
    } catch (error) {
      if (!isStale(error)) throw error
    }
  }
  const reason = `"${path}" is not stored: its article was changed each of ${TRIES} times it was read; import again`
  return {
    item: {path, outcome: 'conflict', id: copy.identity.articleId, reason, isStored: false},
    mutations: [],
    after: [],
  }
}
