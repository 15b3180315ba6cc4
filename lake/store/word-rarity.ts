import type {DatabaseSync} from 'node:sqlite'

import {prepareOnce} from './prepare-once.ts'

/** Words under a beginning that are looked at: more are frequent anyway. */
const MOST_WORDS = 300

/**
 * Tells how rare a word is in the index of texts: the logarithm of the share of documents that have it (BM25's inverse document frequency), 0 for one that is everywhere.
 * Looks at all documents, hidden ones too: not for anonymous readers, who could count by it.
 */
export function createRarity(connection: DatabaseSync): (pattern: string) => number {
  const size = prepareOnce(
    connection,
    `SELECT (SELECT max(number) FROM text_documents) AS documents,
            (SELECT seq FROM sqlite_sequence WHERE name = 'transactions') AS sequence`,
  )
  return function rarityOf(pattern) {
    const row = size.get()
    const [documents, sequence] = [Number(row?.['documents'] ?? 0), Number(row?.['sequence'] ?? 0)]
    const known = countedOf(connection)
    const before = known.get(pattern)
    const holds =
      before !== undefined &&
      documents > FEW &&
      documents < before.documents * MOST_GROWTH &&
      sequence < before.sequence + MOST_TRANSACTIONS
    if (holds) return before.rarity
    const rarity = computeRarity(connection, pattern, documents)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(pattern, {rarity, documents, sequence})
    return rarity
  }
}

/** Words whose rarity a connection remembers: counting where a frequent one stands takes as long as there are documents that have it. */
const MOST_KNOWN = 1000

/** What was counted among so few documents is counted again; among more it holds until they are so many times as many, or so many transactions have passed. */
const FEW = 1000
const MOST_GROWTH = 1.1
const MOST_TRANSACTIONS = 1000

interface Counted {
  readonly rarity: number
  /** When it was counted: number of the newest document, place in the log */
  readonly documents: number
  readonly sequence: number
}

const countedByConnection = new WeakMap<DatabaseSync, Map<string, Counted>>()

function countedOf(connection: DatabaseSync): Map<string, Counted> {
  const known = countedByConnection.get(connection) ?? new Map<string, Counted>()
  countedByConnection.set(connection, known)
  return known
}

function computeRarity(connection: DatabaseSync, pattern: string, total: number): number {
  const exact = prepareOnce(connection, 'SELECT doc AS count FROM text_vocabulary WHERE term = ?')
  const beginning = prepareOnce(
    connection,
    `SELECT sum(doc) AS count FROM
       (SELECT doc FROM text_vocabulary WHERE term >= ? AND term <= ? LIMIT ${MOST_WORDS})`,
  )
  // The index keeps ASCII letters small.
  const word = pattern.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase())
  const [start = ''] = /^[^*.]*/u.exec(word) ?? []
  const row = start === word ? exact.get(word) : beginning.get(start, `${start}\u{10FFFF}`)
  const found = Math.min(Number(row?.['count'] ?? 0), total)
  return Math.log(1 + (total - found + 0.5) / (found + 0.5))
}
