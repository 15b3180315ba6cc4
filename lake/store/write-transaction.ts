import type {DatabaseSync} from 'node:sqlite'

import {encodeMendoza, type MendozaPatch} from '../events/encode-mendoza.ts'
import {checkReferences} from '../mutations/check-references.ts'
import {MutationError} from '../mutations/mutation-error.ts'
import {
  createWorkingDocuments,
  type DocumentChange,
  type WorkingDocuments,
} from '../mutations/working-documents.ts'
import {publishedIdOf} from './document-ids.ts'
import type {DocumentSource} from './document-source.ts'
import {type LakeDocument, parseDocument, withoutRevision} from './lake-document.ts'
import {findReferences} from './references.ts'
import {explainStoreError, isSqliteError} from './store-error.ts'

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
  const after =
    change.after &&
    parseDocument(JSON.stringify({...change.after, _rev: transactionId, _updatedAt: timestamp}))
  const left = change.before && withoutRevision(change.before)
  const right = after && withoutRevision(after)
  return {
    ...change,
    after,
    effects: {apply: encodeMendoza(left, right), revert: encodeMendoza(right, left)},
  }
}

function createChangeStore(database: DatabaseSync, dataset: string) {
  const logTransaction = database.prepare(
    'INSERT INTO transactions (dataset, id, timestamp, author) VALUES (?, ?, ?, ?)',
  )
  const logEffect = database.prepare(
    `INSERT INTO effects (dataset, document_id, published_id, sequence, position, previous_revision, result_revision, mutations, apply, revert)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const putDocument = database.prepare(
    `INSERT INTO documents (dataset, id, published_id, type, json) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (dataset, id) DO UPDATE SET type = excluded.type, json = excluded.json`,
  )
  const deleteDocument = database.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?')
  const deleteReferences = database.prepare(
    'DELETE FROM document_references WHERE dataset = ? AND from_id = ?',
  )
  const putReference = database.prepare(
    'INSERT INTO document_references (dataset, from_id, to_id, strong) VALUES (?, ?, ?, ?)',
  )

  function putChange({id, after}: CommittedChange): void {
    deleteReferences.run(dataset, id)
    if (!after) {
      deleteDocument.run(dataset, id)
      return
    }
    putDocument.run(dataset, id, publishedIdOf(id), after._type, JSON.stringify(after))
    for (const {to, strong} of findReferences(after)) {
      putReference.run(dataset, id, to, strong ? 1 : 0)
    }
  }

  /** @returns The transaction's place in the log */
  return function store(commit: Omit<Commit<unknown>, 'sequence'>): number {
    const {transactionId, timestamp, author, changes} = commit
    try {
      database.exec('BEGIN IMMEDIATE')
      const {lastInsertRowid} = logTransaction.run(dataset, transactionId, timestamp, author)
      const sequence = Number(lastInsertRowid)
      for (const [position, change] of changes.entries()) {
        putChange(change)
        logEffect.run(
          dataset,
          change.id,
          publishedIdOf(change.id),
          sequence,
          position,
          revisionOf(change.before),
          revisionOf(change.after),
          JSON.stringify(change.mutations),
          JSON.stringify(change.effects.apply),
          JSON.stringify(change.effects.revert),
        )
      }
      database.exec('COMMIT')
      return sequence
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw isSqliteError(error) ? explainStoreError(error, 'Cannot store the transaction') : error
    }
  }
}

function revisionOf(document: LakeDocument | undefined): string | null {
  return document?._rev ?? null
}
