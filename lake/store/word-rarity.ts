import type {DatabaseSync} from 'node:sqlite'

/** Words under a beginning that are looked at: more are frequent anyway. */
const MOST_WORDS = 300

/**
 * Tells how rare a word is in the index of texts: the logarithm of the share of documents that have it (BM25's inverse document frequency), 0 for one that is everywhere.
 * Looks at all documents, hidden ones too: not for anonymous readers, who could count by it.
 */
export function createRarity(connection: DatabaseSync): (pattern: string) => number {
  return function rarityOf(pattern) {
    const documents = connection.prepare('SELECT max(number) AS count FROM text_documents')
    const exact = connection.prepare('SELECT doc AS count FROM text_vocabulary WHERE term = ?')
    const beginning = connection.prepare(
      `SELECT sum(doc) AS count FROM
       (SELECT doc FROM text_vocabulary WHERE term >= ? AND term <= ? LIMIT ${MOST_WORDS})`,
    )
    const total = Number(documents.get()?.['count'] ?? 0)
    // The index keeps ASCII letters small.
    const word = pattern.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase())
    const [start = ''] = /^[^*.]*/u.exec(word) ?? []
    const row = start === word ? exact.get(word) : beginning.get(start, `${start}\u{10FFFF}`)
    const found = Math.min(Number(row?.['count'] ?? 0), total)
    return Math.log(1 + (total - found + 0.5) / (found + 0.5))
  }
}
