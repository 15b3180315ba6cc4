import type {DatabaseSync} from 'node:sqlite'

import type {LakeDocument} from './lake-document.ts'
import {prepareOnce} from './prepare-once.ts'
import {readHead, type StoredHead} from './read-head.ts'

/** Stored documents as one connection sees them. What was read not long ago is not read and parsed again; nobody may change it. */
export interface DocumentCache {
  /** Any stored document; no access check */
  get(id: string): LakeDocument | undefined
}

/** Characters of JSON whose documents are kept for one connection: the heads of ten thousand articles, or two thousand articles with their bodies. */
const MOST_CHARACTERS = 16_000_000

/** After so many transactions what changed is not looked up: all is forgotten. */
const MOST_TRANSACTIONS = 1000

interface Cache {
  /** Place in the log up to which the documents are known to be as they were read */
  sequence: number
  /** What was read or used lately */
  young: Map<string, StoredHead>
  /** What was so before `young` was last emptied; forgotten when it is again */
  old: Map<string, StoredHead>
  /** Of all that is in `young` */
  characters: number
}

const caches = new WeakMap<DatabaseSync, Cache>()

/**
 * Opens the cache for the snapshot that the connection reads now. The log says what changed since it was last open.
 * Not for a connection that reads what it has not committed.
 */
export function openDocumentCache(connection: DatabaseSync, dataset: string): DocumentCache {
  const cache = caches.get(connection) ?? emptyCache()
  caches.set(connection, cache)
  catchUp(cache, connection)
  return {
    get(id) {
      const key = keyOf(dataset, id)
      const young = cache.young.get(key)
      if (young) return young.document
      const old = cache.old.get(key)
      if (old) return keep(cache, key, old)
      const stored = readHead(connection, dataset, id, (more) => {
        cache.characters += more
      })
      return stored && keep(cache, key, stored)
    },
  }
}

function keep(cache: Cache, key: string, entry: StoredHead): LakeDocument {
  if (cache.characters > MOST_CHARACTERS / 2) {
    cache.old = cache.young
    cache.young = new Map()
    cache.characters = 0
  }
  cache.young.set(key, entry)
  cache.characters += entry.characters
  return entry.document
}

function emptyCache(): Cache {
  return {sequence: 0, young: new Map(), old: new Map(), characters: 0}
}

/** Forgets what was changed after the place in the log. Where the log was shortened since, that cannot be told. */
function catchUp(cache: Cache, connection: DatabaseSync): void {
  const last = prepareOnce(
    connection,
    `SELECT seq FROM sqlite_sequence WHERE name = 'transactions'`,
  )
  const sequence = Number(last.get()?.['seq'] ?? 0)
  const passed = sequence - cache.sequence
  if (passed === 0) return
  if (!isWhole(cache.sequence, passed, connection)) Object.assign(cache, emptyCache())
  else {
    const changed = prepareOnce(
      connection,
      'SELECT dataset, document_id FROM effects WHERE sequence > ?',
    )
    for (const row of changed.all(cache.sequence)) {
      const key = keyOf(String(row['dataset']), String(row['document_id']))
      cache.young.delete(key)
      cache.old.delete(key)
    }
  }
  cache.sequence = sequence
}

/** Whether the log holds every transaction after a place in it. */
function isWhole(after: number, passed: number, connection: DatabaseSync): boolean {
  if (passed < 0 || passed > MOST_TRANSACTIONS) return false
  const count = prepareOnce(
    connection,
    'SELECT count(*) AS count FROM transactions WHERE sequence > ?',
  )
  return count.get(after)?.['count'] === passed
}

/** No id and no dataset name has a space. */
function keyOf(dataset: string, id: string): string {
  return `${dataset} ${id}`
}
