import type {DatabaseSync, SQLInputValue} from 'node:sqlite'
import {setImmediate} from 'node:timers/promises'

import {readList, readMutations} from '../store/transaction-log.ts'

/** Which transactions of the log are asked for; both ends of a range belong to it. */
export interface TransactionQuery {
  readonly database: DatabaseSync
  readonly dataset: string
  readonly documentIds: readonly string[]
  /** Places in the log */
  readonly from: number
  readonly to: number
  /** ISO 8601, UTC */
  readonly fromTime: string | undefined
  readonly toTime: string | undefined
  readonly authors: readonly string[] | undefined
  readonly limit: number
  readonly newestFirst: boolean
  /** Leave out what the transaction did to other documents */
  readonly identifiedOnly: boolean
  readonly includeMutations: boolean
  readonly includeEffects: boolean
}

/** One transaction as the history API tells it. */
export interface TransactionLine {
  readonly id: string
  readonly timestamp: string
  readonly author: string
  readonly documentIDs: readonly string[]
  readonly mutations?: readonly unknown[]
  /** By document id */
  readonly effects?: Readonly<Record<string, {readonly apply: unknown; readonly revert: unknown}>>
}

/** Transactions told at once; others get their turn in between. */
const PORTION = 20

/** The transactions that touched one of the documents. */
export async function* findTransactions(query: TransactionQuery): AsyncIterable<TransactionLine> {
  const {database, identifiedOnly, documentIds} = query
  const effects = database.prepare(
    'SELECT document_id, mutations, apply, revert FROM effects WHERE sequence = ? ORDER BY position',
  )
  const asked = new Set(documentIds)
  for (const [index, transaction] of selectTransactions(query).entries()) {
    if (index % PORTION === PORTION - 1) await setImmediate()
    const rows = effects
      .all(Number(transaction['sequence']))
      .filter((row) => !identifiedOnly || asked.has(String(row['document_id'])))
    yield {
      id: String(transaction['id']),
      timestamp: String(transaction['timestamp']),
      author: String(transaction['author']),
      documentIDs: rows.map((row) => String(row['document_id'])),
      ...(query.includeMutations && {
        mutations: rows.flatMap((row) => readMutations(row)),
      }),
      ...(query.includeEffects && {
        effects: Object.fromEntries(
          rows.map((row) => [
            String(row['document_id']),
            {apply: readList(row['apply']), revert: readList(row['revert'])},
          ]),
        ),
      }),
    }
  }
}

function selectTransactions(query: TransactionQuery) {
  const {database, dataset, documentIds, from, to, fromTime, toTime, authors, limit} = query
  const conditions: string[] = []
  const values: SQLInputValue[] = []
  if (fromTime !== undefined) {
    conditions.push('AND timestamp >= ?')
    values.push(fromTime)
  }
  if (toTime !== undefined) {
    conditions.push('AND timestamp <= ?')
    values.push(toTime)
  }
  if (authors !== undefined) {
    conditions.push('AND author IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(authors))
  }
  return database
    .prepare(
      `SELECT sequence, id, timestamp, author FROM transactions
       WHERE sequence IN (
         SELECT sequence FROM effects
         WHERE dataset = ? AND document_id IN (SELECT value FROM json_each(?))
           AND sequence BETWEEN ? AND ?
       ) ${conditions.join(' ')}
       ORDER BY sequence ${query.newestFirst ? 'DESC' : 'ASC'} LIMIT ?`,
    )
    .all(dataset, JSON.stringify(documentIds), from, to, ...values, limit)
}
