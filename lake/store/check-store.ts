import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'

import {applyPatch} from 'mendoza'

import {walkBack} from '../events/walk-back.ts'
import {
  isLakeDocument,
  isRecord,
  type LakeDocument,
  parseDocument,
  withoutRevision,
} from './lake-document.ts'
import {readList} from './transaction-log.ts'

/** What a lake's file holds, and what is wrong with it. */
export interface StoreCheck {
  readonly documents: number
  readonly transactions: number
  /** One sentence each, the first hundred; none in a sound file */
  readonly faults: readonly string[]
}

const MOST_FAULTS = 100

/**
 * Proves a lake's file: SQLite's own integrity check, then every document against the log. What the log undoes and does again must lead
 * to the very document that is stored, from its creation or, where the log was compacted, from where the log begins.
 */
export function checkStore(database: DatabaseSync): StoreCheck {
  const faults: string[] = []
  for (const fault of findFaults(database)) {
    if (faults.push(fault) === MOST_FAULTS) break
  }
  return {
    documents: count(database, 'documents'),
    transactions: count(database, 'transactions'),
    faults,
  }
}

function* findFaults(database: DatabaseSync): Iterable<string> {
  for (const row of database.prepare('PRAGMA integrity_check').iterate()) {
    const said = String(row['integrity_check'])
    if (said !== 'ok') yield `SQLite: ${said}`
  }
  for (const row of database.prepare('PRAGMA foreign_key_check').iterate()) {
    yield `SQLite: a row of "${String(row['table'])}" points at nothing in "${String(row['parent'])}"`
  }
  const documents = database.prepare('SELECT json FROM documents WHERE dataset = ? AND id = ?')
  const changes = database.prepare(
    `SELECT transactions.id AS transaction_id, previous_revision, result_revision, apply, revert
     FROM effects JOIN transactions USING (sequence)
     WHERE effects.dataset = ? AND document_id = ? ORDER BY sequence`,
  )
  const logged = database.prepare('SELECT DISTINCT dataset, document_id FROM effects')
  for (const {dataset, document_id: id} of logged.iterate()) {
    const row = documents.get(String(dataset), String(id))
    const fault = tellFault(row, changes.all(String(dataset), String(id)))
    if (fault !== undefined) yield `${String(dataset)}: document "${String(id)}" ${fault}`
  }
}

function tellFault(
  row: Record<string, SQLOutputValue> | undefined,
  changes: readonly Record<string, SQLOutputValue>[],
): string | undefined {
  try {
    const stored = row && parseDocument(String(row['json']))
    return replay(changes, stored) === JSON.stringify(stored && sorted(stored))
      ? undefined
      : 'is not what its log leads to'
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Undoes the whole log of a document, then does it again; the outcome as JSON with sorted keys. */
function replay(
  changes: readonly Record<string, SQLOutputValue>[],
  stored: LakeDocument | undefined,
): string | undefined {
  let document = stored
  for (const change of changes.toReversed()) {
    if (readRevision(change['result_revision']) !== (document?._rev ?? null)) return 'a gap'
    const previousRevision = readRevision(change['previous_revision'])
    document = walkBack(document, {previousRevision, revert: readList(change['revert'])})
  }
  for (const change of changes) {
    const left = document ? withoutRevision(document) : null
    const right: unknown = applyPatch(left, [...readList(change['apply'])])
    const revision = readRevision(change['result_revision'])
    document = revision !== null && isLakeDocument(right) ? {...right, _rev: revision} : undefined
  }
  return JSON.stringify(document && sorted(document))
}

function readRevision(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function count(database: DatabaseSync, table: 'documents' | 'transactions'): number {
  return Number(database.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.['count'])
}
