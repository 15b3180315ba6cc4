import type {DatabaseSync} from 'node:sqlite'

import {encodeMendoza, type MendozaPatch} from '../events/encode-mendoza.ts'
import {checkReferences} from '../mutations/check-references.ts'
import {MutationError} from '../mutations/mutation-error.ts'
import {
  createWorkingDocuments,
  type DocumentChange,
  type WorkingDocuments,
} from '../mutations/working-documents.ts'
import {type ChangeTexts, changeTexts} from './change-texts.ts'
import {createChangeStore} from './create-change-store.ts'
import type {DocumentSource} from './document-source.ts'
import {parseDocument, withoutRevision} from './lake-document.ts'

/** Work that becomes one transaction. */
export interface TransactionJob<Result> {
  readonly author: string
  readonly transactionId?: string | undefined
  readonly dryRun?: boolean
  /** Reads and changes the working documents; what it throws cancels the transaction */
  run(context: TransactionContext): Promise<Result>
}

export interface TransactionContext {
  readonly working: WorkingDocuments
  /** Instant of the transaction, ISO 8601 */
  readonly timestamp: string
  readonly transactionId: string
}

/** A document's change with what history and listeners need of it. */
export interface CommittedChange extends DocumentChange {
  readonly effects: {readonly apply: MendozaPatch; readonly revert: MendozaPatch}
  readonly texts: ChangeTexts
}

export interface Commit<Result> {
  readonly transactionId: string
  /** Place in the log, growing; absent on a dry run */
  readonly sequence: number | undefined
  readonly timestamp: string
  readonly author: string
  readonly dryRun: boolean
  readonly changes: readonly CommittedChange[]
  readonly result: Result
}

export interface TransactionWriterOptions {
  readonly name: string
  readonly database: DatabaseSync
  readonly rows: DocumentSource
  readonly now: () => Date
  readonly newId: () => string
}

// The same characters as in a document id: it stands in event ids and addresses.
const TRANSACTION_ID = /^[a-zA-Z0-9_.-]{1,128}$/u

/**
 * Makes the function that runs one job and stores its changes, log entry and effects in one SQLite transaction. Nothing is written while the job runs.
 */
export function createTransactionWriter({
  name,
  database,
  rows,
  now,
  newId,
}: TransactionWriterOptions) {
  const known = database.prepare('SELECT 1 FROM transactions WHERE dataset = ? AND id = ?')
  const store = createChangeStore(database, name)

  return async function write<Result>(job: TransactionJob<Result>): Promise<Commit<Result>> {
    const transactionId = job.transactionId ?? newId()
    if (!TRANSACTION_ID.test(transactionId)) {
      throw new MutationError(
        {
          type: 'validationError',
          description: `Malformed transaction ID: ${JSON.stringify(transactionId)}`,
        },
        0,
      )
    }
    if (known.get(name, transactionId)) {
      throw new MutationError(
        {
          type: 'duplicateTransactionError',
          description: `Transaction "${transactionId}" has been committed before`,
          id: transactionId,
        },
        0,
      )
    }
    const timestamp = now().toISOString()
    const working = createWorkingDocuments(rows)
    const result = await job.run({working, timestamp, transactionId})
    checkReferences(working.changes(), working, database, name)
    const changes = working.changes().map((change) => complete(change, transactionId, timestamp))
    const dryRun = job.dryRun ?? false
    const commit = {transactionId, timestamp, author: job.author, changes, result, dryRun}
    return {...commit, sequence: dryRun ? undefined : store(commit)}
  }
}

/** Gives the document its new revision and computes the effects on exactly what will be read back. */
function complete(
  change: DocumentChange,
  transactionId: string,
  timestamp: string,
): CommittedChange {
  const texts = changeTexts(change, transactionId, timestamp)
  const after = texts.document === undefined ? undefined : parseDocument(texts.document)
  const left = change.before && withoutRevision(change.before)
  const right = after && withoutRevision(after)
  return {
    ...change,
    after,
    texts,
    effects: {apply: encodeMendoza(left, right), revert: encodeMendoza(right, left)},
  }
}
