import type {DatabaseSync} from 'node:sqlite'

import {isRecord} from '../../lake/store/lake-document.ts'
import {prepareOnce} from '../../lake/store/prepare-once.ts'
import {pinnedPrefix, sortKey} from '../../lake/store/sort-key.ts'
import {SECTIONS} from './generate-articles.ts'

/** Makes, from a query's parameters, what reads its answer from a lake's file. */
export type Reading = (
  params: Readonly<Record<string, unknown>>,
) => (database: DatabaseSync) => unknown

/**
 * What a program written by hand for the one answer does at least: finds the articles by SQL over the lake's own indexes, reads each and parses it, and with it
 * what it refers to. It projects nothing.
 */
type Reader = (database: DatabaseSync) => unknown

export function articleBySlug(slug: string): Reader {
  return (database) => {
    const ids = ['slug.current', 'formerSlugs[]'].map((path) => ({
      sql: `SELECT id FROM path_values WHERE field = (${FIELD}) AND key = ?`,
      values: [path, sortKey(slug)],
    }))
    return read(
      database,
      ids.flatMap(({sql, values}) => find(database, sql, values)),
    )
  }
}

export function named(ids: readonly string[]): Reader {
  return (database) => read(database, ids)
}

export function frontPage(): Reader {
  return (database) => {
    const newest = find(
      database,
      `SELECT id FROM path_values WHERE field = (${FIELD}) ORDER BY key DESC LIMIT 20`,
      ['publishedAt'],
    )
    const sections = Array.from({length: SECTIONS}, (_, number) => `section-${number}`)
    const ofSections = sections.flatMap((id) => findNewestOf(database, 'section._ref', id, 5))
    return read(database, [...newest, ...sections, ...ofSections])
  }
}

/** The forty newest articles that have a reference at a path, with its target. */
export function newestOf(path: string, target: string): Reader {
  return (database) => read(database, [target, ...findNewestOf(database, path, target, 40)])
}

/** The articles of the newest corrections: an invented one has at most one. */
export function lastCorrected(count: number): Reader {
  return (database) => {
    const sql = `SELECT id FROM path_values WHERE field = (${FIELD}) ORDER BY key DESC LIMIT ${count}`
    return parse(database, find(database, sql, ['corrections[].at']))
  }
}

export function articlesAfter(id: string, count: number): Reader {
  return (database) =>
    read(
      database,
      find(
        database,
        `SELECT id FROM documents WHERE dataset = 'production' AND type = 'article' AND id > ? ORDER BY id LIMIT ${count}`,
        [id],
      ),
    )
}

export function lastTouched(count: number): Reader {
  return (database) =>
    read(
      database,
      find(
        database,
        `SELECT id FROM path_values WHERE field = (${FIELD}) ORDER BY key DESC LIMIT ${count}`,
        ['_updatedAt'],
      ),
    )
}

export function countArticles(): Reader {
  return (database) =>
    prepareOnce(
      database,
      `SELECT count(*) AS count FROM documents WHERE dataset = 'production' AND type = 'article'`,
    ).get()
}

export function countOf(path: string, target: string): Reader {
  return (database) => {
    const prefix = pinnedPrefix(sortKey(target))
    const sql = `SELECT count(*) AS count FROM path_values WHERE field = (${FIELD}) AND key BETWEEN ? AND ?`
    return prepareOnce(database, sql).get(`${path}, publishedAt`, prefix, after(prefix))
  }
}

const FIELD = `SELECT field FROM indexed_fields WHERE dataset = 'production' AND type = 'article' AND path = ?`

function findNewestOf(database: DatabaseSync, path: string, target: string, count: number) {
  const prefix = pinnedPrefix(sortKey(target))
  const sql = `SELECT id FROM path_values WHERE field = (${FIELD}) AND key BETWEEN ? AND ? ORDER BY key DESC LIMIT ${count}`
  return find(database, sql, [`${path}, publishedAt`, prefix, after(prefix)])
}

/** Greater than all keys that begin so. */
function after(prefix: Uint8Array): Uint8Array {
  return Uint8Array.of(...prefix, 0xff)
}

function find(
  database: DatabaseSync,
  sql: string,
  values: readonly (string | Uint8Array)[],
): readonly string[] {
  return prepareOnce(database, sql)
    .all(...values)
    .map(({id}) => String(id))
}

/** The documents, and each that they refer to once. */
function read(database: DatabaseSync, ids: readonly string[]): unknown {
  const documents = parse(database, ids)
  const targets = new Set<string>()
  for (const document of documents) {
    for (const value of Object.values(document)) collectTargets(value, targets)
  }
  return [documents, parse(database, [...targets])]
}

function parse(database: DatabaseSync, ids: readonly string[]) {
  const json = prepareOnce(
    database,
    `SELECT json FROM documents WHERE dataset = 'production' AND id = ?`,
  )
  return ids.flatMap((id) => {
    const document: unknown = JSON.parse(String(json.get(id)?.['json'] ?? 'null'))
    return isRecord(document) ? [document] : []
  })
}

/** References of the article, its bylines and its credits; a body has none here. */
function collectTargets(value: unknown, targets: Set<string>): void {
  if (Array.isArray(value)) {
    for (const element of value) {
      if (!isRecord(element)) continue
      collectTargets(element['contributor'], targets)
      collectTargets(element['source'], targets)
    }
  } else if (isRecord(value) && typeof value['_ref'] === 'string') targets.add(value['_ref'])
}
