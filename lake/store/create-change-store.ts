import type {DatabaseSync} from 'node:sqlite'

import {publishedIdOf} from './document-ids.ts'
import type {LakeDocument} from './lake-document.ts'
import {createIndexes} from './path-index.ts'
import {findReferences} from './references.ts'
import {explainStoreError, isSqliteError} from './store-error.ts'
import type {Commit, CommittedChange} from './write-transaction.ts'

/**
 * Makes the function that writes a transaction: documents, references, indexes, log and effects, in one SQLite transaction.
 */
export function createChangeStore(database: DatabaseSync, dataset: string) {
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
    // Left to itself, SQLite looks at every reference of the dataset.
    'DELETE FROM document_references INDEXED BY document_references_by_source WHERE dataset = ? AND from_id = ?',
  )
  const putReference = database.prepare(
    'INSERT INTO document_references (dataset, from_id, to_id, strong) VALUES (?, ?, ?, ?)',
  )

  let index = createIndexes(database, dataset)

  function putChange({id, before, after, texts}: CommittedChange): void {
    index(id, before, after)
    if (before) deleteReferences.run(dataset, id)
    if (!after || texts.document === undefined) {
      deleteDocument.run(dataset, id)
      return
    }
    putDocument.run(dataset, id, publishedIdOf(id), after._type, texts.document)
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
          change.texts.mutations,
          applyText(change),
          JSON.stringify(change.effects.revert),
        )
      }
      database.exec('COMMIT')
      return sequence
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      // What the indexes have in mind of this transaction is not there.
      index = createIndexes(database, dataset)
      throw isSqliteError(error) ? explainStoreError(error, 'Cannot store the transaction') : error
    }
  }
}

/** What makes a document that was not there is the document (`encodeMendoza`). */
function applyText({before, effects, texts}: CommittedChange): string {
  return before === undefined && texts.content !== undefined
    ? `[0,${texts.content}]`
    : JSON.stringify(effects.apply)
}

function revisionOf(document: LakeDocument | undefined): string | null {
  return document?._rev ?? null
}
