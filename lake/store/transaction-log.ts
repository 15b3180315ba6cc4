import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'

import {walkBack} from '../events/walk-back.ts'
import type {DocumentSource} from './document-source.ts'
import type {LakeDocument} from './lake-document.ts'
import {isWholeAfter} from './log-reach.ts'

/** A transaction as listeners need it. */
export interface LoggedTransaction {
  readonly transactionId: string
  readonly sequence: number
  /** ISO 8601 */
  readonly timestamp: string
  readonly author: string
  readonly changes: readonly LoggedChange[]
}

export interface LoggedChange {
  readonly id: string
  readonly before: LakeDocument | undefined
  readonly after: LakeDocument | undefined
  readonly mutations: readonly unknown[]
  readonly effects: {readonly apply: readonly unknown[]; readonly revert: readonly unknown[]}
}

/** A transaction's place in the log. */
export interface LogPlace {
  readonly transactionId: string
  readonly sequence: number
}

/** Reads what was committed to a dataset. */
export interface TransactionLog {
  /** The newest transaction, `undefined` in an empty log */
  newest(): LogPlace | undefined
  /** The newest one of the last thousand that anonymous readers know of: it touched a public document */
  newestPublic(): LogPlace | undefined
  /** Place of a transaction in the log, `undefined` when it is not (or no longer) there */
  readonly sequenceOf: (transactionId: string) => number | undefined
  /**
   * What came after a place in the log, oldest first, each document whole as it was then.
   *
   * @returns `undefined` when it is more than `limit` transactions, or when some of it is no longer there
   */
  since(sequence: number, limit: number): readonly LoggedTransaction[] | undefined
}

export function createTransactionLog(
  database: DatabaseSync,
  dataset: string,
  rows: DocumentSource,
): TransactionLog {
  const newest = database.prepare(
    'SELECT id, sequence FROM transactions WHERE dataset = ? ORDER BY sequence DESC LIMIT 1',
  )
  const newestPublic = database.prepare(
    `SELECT id, sequence FROM (
       SELECT id, sequence FROM transactions WHERE dataset = ? ORDER BY sequence DESC LIMIT 1000
     ) AS latest
     WHERE EXISTS (SELECT 1 FROM effects
                   WHERE effects.sequence = latest.sequence AND instr(document_id, '.') = 0)
     ORDER BY sequence DESC LIMIT 1`,
  )
  const find = database.prepare('SELECT sequence FROM transactions WHERE dataset = ? AND id = ?')
  const later = database.prepare(
    `SELECT id, sequence, timestamp, author FROM transactions
     WHERE dataset = ? AND sequence > ? ORDER BY sequence LIMIT ?`,
  )
  const effects = database.prepare(
    `SELECT document_id, previous_revision, mutations, apply, revert FROM effects
     WHERE sequence = ? ORDER BY position`,
  )

  return {
    newest: () => readPlace(newest.get(dataset)),
    newestPublic: () => readPlace(newestPublic.get(dataset)),
    sequenceOf(transactionId) {
      const row = find.get(dataset, transactionId)
      return row && Number(row['sequence'])
    },
    since(sequence, limit) {
      const transactions = later.all(dataset, sequence, limit + 1)
      if (transactions.length > limit || !isWholeAfter(database, sequence)) return undefined
      // From the present backwards: the log holds differences, the documents hold how it ended.
      const states = new Map<string, LakeDocument | undefined>()
      const found = transactions.toReversed().map((row) => {
        const changes = effects
          .all(Number(row['sequence']))
          .map((effect) => readChange(effect, states, rows))
        return {
          transactionId: String(row['id']),
          sequence: Number(row['sequence']),
          timestamp: String(row['timestamp']),
          author: String(row['author']),
          changes,
        }
      })
      return found.toReversed()
    },
  }
}

function readPlace(row: Record<string, SQLOutputValue> | undefined): LogPlace | undefined {
  return row && {transactionId: String(row['id']), sequence: Number(row['sequence'])}
}

function readChange(
  row: Record<string, SQLOutputValue>,
  states: Map<string, LakeDocument | undefined>,
  rows: DocumentSource,
): LoggedChange {
  const id = String(row['document_id'])
  const after = states.has(id) ? states.get(id) : rows.get(id)
  const previous = row['previous_revision']
  const revert = readList(row['revert'])
  const before = walkBack(after, {
    previousRevision: typeof previous === 'string' ? previous : null,
    revert,
  })
  states.set(id, before)
  return {
    id,
    before,
    after,
    mutations: readMutations(row),
    effects: {apply: readList(row['apply']), revert},
  }
}

/** The mutations of a change. One that has made a document stands in the log as its name alone: the document stands in the effect beside it. */
export function readMutations(row: Record<string, SQLOutputValue>): readonly unknown[] {
  const text = String(row['mutations'])
  return text.startsWith('[') ? readList(text) : [{[text]: readList(row['apply'])[1]}]
}

/** Reads a JSON list that the lake itself wrote. */
export function readList(value: SQLOutputValue | undefined): readonly unknown[] {
  const list: unknown = JSON.parse(String(value))
  if (Array.isArray(list)) return list
  throw new TypeError(`Cannot read the log: ${String(value).slice(0, 80)} is no list`)
}
