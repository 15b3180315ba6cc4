import type {DatabaseSync, SQLInputValue, SQLOutputValue} from 'node:sqlite'
import {setImmediate} from 'node:timers/promises'

import type {Candidates, DocumentSource} from './document-source.ts'
import {type LakeDocument, parseDocument} from './lake-document.ts'

/** Documents read at once: what a scan holds in memory. */
const PAGE = 200

/** Which rows a reader may see at all, before any query. */
export interface RowFilter {
  /** Only ids without a dot: what anonymous readers get */
  readonly undotted?: boolean
  /** No drafts and no versions */
  readonly published?: boolean
}

/** All layers of one piece of content, sorted by `_id`. */
export interface LayeredRows extends DocumentSource {
  /** The layers of this published id */
  layers(publishedId: string): readonly LakeDocument[]
  /** The layers of each piece of content of which any layer can match, sorted by published id. `ids` are published ids. */
  scanLayers(candidates: Candidates): AsyncIterable<readonly LakeDocument[]>
}

/** The stored documents of one dataset, read through one connection when they are needed. */
export function createDocumentRows(
  connection: DatabaseSync,
  dataset: string,
  filter: RowFilter = {},
): LayeredRows {
  const visible = [
    filter.undotted === true ? "instr(id, '.') = 0" : undefined,
    filter.published === true ? 'id = published_id' : undefined,
  ].filter((condition) => condition !== undefined)
  const where = ['dataset = ?', ...visible].join(' AND ')

  const one = connection.prepare(`SELECT json FROM documents WHERE ${where} AND id = ?`)
  const group = connection.prepare(
    `SELECT json FROM documents WHERE ${where} AND published_id = ? ORDER BY id`,
  )

  function keys(column: 'id' | 'published_id', candidates: Candidates): readonly string[] {
    const {conditions, values} = constrain(dataset, column, candidates)
    const rows = connection
      .prepare(
        `SELECT DISTINCT ${column} AS key FROM documents
         WHERE ${[where, ...conditions].join(' AND ')} ORDER BY ${column}`,
      )
      .all(dataset, ...values)
    return rows.map((row) => String(row['key']))
  }

  const rows: LayeredRows = {
    get(id) {
      const row = one.get(dataset, id)
      return row && parseDocument(String(row['json']))
    },
    async *scan(candidates) {
      for (const page of pages(keys('id', candidates))) {
        for (const id of page) {
          const document = rows.get(id)
          if (document) yield document
        }
        await setImmediate()
      }
    },
    layers(publishedId) {
      return group.all(dataset, publishedId).map(readJson)
    },
    async *scanLayers(candidates) {
      for (const page of pages(keys('published_id', candidates))) {
        for (const publishedId of page) yield rows.layers(publishedId)
        await setImmediate()
      }
    },
  }
  return rows
}

function readJson(row: Record<string, SQLOutputValue>): LakeDocument {
  return parseDocument(String(row['json']))
}

function constrain(dataset: string, column: string, candidates: Candidates) {
  const conditions: string[] = []
  const values: SQLInputValue[] = []
  if (candidates.ids) {
    conditions.push(`${column} IN (SELECT value FROM json_each(?))`)
    values.push(JSON.stringify(candidates.ids))
  }
  if (candidates.publishedIds) {
    conditions.push('published_id IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(candidates.publishedIds))
  }
  if (candidates.types) {
    conditions.push('type IN (SELECT value FROM json_each(?))')
    values.push(JSON.stringify(candidates.types))
  }
  if (candidates.referencing) {
    conditions.push(
      `id IN (SELECT from_id FROM document_references
              WHERE dataset = ? AND to_id IN (SELECT value FROM json_each(?)))`,
    )
    values.push(dataset, JSON.stringify(candidates.referencing))
  }
  return {conditions, values}
}

function* pages(keys: readonly string[]): Iterable<readonly string[]> {
  for (let start = 0; start < keys.length; start += PAGE) yield keys.slice(start, start + PAGE)
}
