import type {DatabaseSync} from 'node:sqlite'

import {held, type IdSet, readIds, type Values} from './id-set.ts'
import {writeTextQuery} from './text-query.ts'
import {HEAD, typeToken} from './text-tokens.ts'

/** Asks the index of texts of one dataset. */
export interface WordFinder {
  /** Documents that have all of these words; `undefined` when the index cannot tell, or not soon */
  all(words: readonly string[]): IdSet | undefined
  /** So many that have all of them: first those that have them at their head (`HEAD`), the newest of each */
  best(
    words: readonly string[],
    types: readonly string[] | undefined,
    most: number,
  ): IdSet | undefined
}

/** Where more documents have the words, each is looked at: the index of texts tells nothing before it has told all. */
const MOST_WITH_WORDS = 30_000

const WORDS = `SELECT id FROM text_index CROSS JOIN text_documents ON number = text_index.rowid
               WHERE text_index MATCH ? AND dataset = ?`
const BEST = `${WORDS} ORDER BY text_index.rowid DESC LIMIT ?`

/** Keeps what it has found: for one snapshot. */
export function createWordFinder(connection: DatabaseSync, dataset: string): WordFinder {
  const known = new Map<string, readonly string[]>()

  /** A search asks for the same words more than once: in a headline, anywhere. */
  function read(sql: string, values: Values): readonly string[] {
    const key = JSON.stringify([sql, values])
    const ids = known.get(key) ?? readIds(connection, sql, values)
    known.set(key, ids)
    return ids
  }

  return {
    all(words) {
      // One letter begins too many words to tell anything.
      const telling = words.filter((word) => !/^.\**$/u.test(word))
      const query = writeTextQuery(connection, telling)
      if (query === undefined) return undefined
      const limit = MOST_WITH_WORDS + 1
      const ids = query === '' ? [] : read(`${WORDS} LIMIT ?`, [query, dataset, limit])
      return ids.length === limit ? undefined : held(ids)
    },
    best(words, types, most) {
      const atHead = words.map((word) => HEAD + word)
      const headQuery = writeTextQuery(connection, atHead)
      const query = writeTextQuery(connection, words)
      if (query === undefined || headQuery === undefined) return undefined
      const typeQuery = types?.map((type) => `"${typeToken(type)}"`).join(' OR ')
      const bestOf = (text: string) =>
        text === '' || typeQuery === ''
          ? []
          : read(BEST, [typeQuery ? `(${text}) AND (${typeQuery})` : text, dataset, most])
      const ids = bestOf(headQuery)
      return held(ids.length < most ? [...ids, ...bestOf(query)] : ids)
    },
  }
}
