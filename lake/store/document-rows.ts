import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'

import {publishedIdOf} from './document-ids.ts'
import type {Candidates, DocumentSource, IndexOrder} from './document-source.ts'
import {createIdFinder} from './find-ids.ts'
import {type LakeDocument, parseDocument} from './lake-document.ts'
import {type WalkedId, walkIds, type WalkSizes} from './walk-ids.ts'
import {createRarity} from './word-rarity.ts'

/** Documents read at once: what a scan holds in memory. */
const PAGE = 200

/** Which rows a reader may see at all, before any query. */
export interface RowFilter {
  /** Only ids without a dot: what anonymous readers get */
  readonly undotted?: boolean
  /** No drafts and no versions */
  readonly published?: boolean
  readonly sizes?: WalkSizes
}

/** All layers of one piece of content, sorted by `_id`. */
export interface LayeredRows extends DocumentSource {
  /** The layers of this published id */
  layers(publishedId: string): readonly LakeDocument[]
  /** The layers of each piece of content of which any layer can match, sorted by published id. `ids` are published ids. */
  scanLayers(candidates: Candidates): Iterable<readonly LakeDocument[]>
  /** Ids of the layers of this published id, sorted */
  layerIds(publishedId: string): readonly string[]
  /** Ids of rows that can match, in the order of an attribute; by `_id` they are published ids. `ids` of the candidates are published ids. */
  walkLayers(candidates: Candidates, order: IndexOrder): Iterable<WalkedId> | undefined
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

  const groupIds = connection.prepare(
    `SELECT id FROM documents WHERE ${where} AND published_id = ? ORDER BY id`,
  )

  /** Ids of what can match and may be seen, page by page, sorted. */
  function* pagesOf(layered: boolean, candidates: Candidates): Iterable<readonly string[]> {
    const found = createIdFinder(connection, dataset, layered).find(candidates)
    if (found) {
      const ids = layered ? new Set(found.map(publishedIdOf)) : found
      yield* pages([...ids].toSorted())
      return
    }
    const column = layered ? 'published_id' : 'id'
    const next = connection.prepare(
      `SELECT DISTINCT ${column} AS key FROM documents WHERE ${where} AND ${column} > ? ORDER BY ${column} LIMIT ${PAGE}`,
    )
    let last: string | undefined = ''
    while (last !== undefined) {
      const page: readonly string[] = next.all(dataset, last).map((row) => String(row['key']))
      if (page.length > 0) yield page
      last = page.at(-1)
    }
  }

  function walk(layered: boolean, candidates: Candidates, order: IndexOrder) {
    const finder = createIdFinder(connection, dataset, layered)
    return walkIds(candidates, order, {
      connection,
      dataset,
      finder,
      layered,
      ...(filter.sizes && {sizes: filter.sizes}),
    })
  }

  const rows: LayeredRows = {
    get(id) {
      const row = one.get(dataset, id)
      return row && parseDocument(String(row['json']))
    },
    *scan(candidates) {
      for (const page of pagesOf(false, candidates)) {
        for (const id of page) {
          const document = rows.get(id)
          if (document) yield document
        }
      }
    },
    walk(candidates, order) {
      const walked = walk(false, candidates, order)
      return walked && withDocuments(walked)
    },
    countTypes(types) {
      const counter = connection.prepare(
        `SELECT count(*) AS count FROM documents WHERE ${where} AND type = ?`,
      )
      const counts = [...new Set(types)].map((type) =>
        Number(counter.get(dataset, type)?.['count']),
      )
      return counts.reduce((sum, count) => sum + count, 0)
    },
    rarityOf: filter.undotted === true ? () => 1 : createRarity(connection),
    layers(publishedId) {
      return group.all(dataset, publishedId).map(readJson)
    },
    *scanLayers(candidates) {
      for (const page of pagesOf(true, candidates)) {
        for (const publishedId of page) yield rows.layers(publishedId)
      }
    },
    layerIds(publishedId) {
      return groupIds.all(dataset, publishedId).map((row) => String(row['id']))
    },
    walkLayers: (candidates, order) => walk(true, candidates, order),
  }

  function* withDocuments(walked: Iterable<WalkedId>) {
    for (const {id, group: place, sorted} of walked) {
      yield {document: rows.get(id), group: place, sorted}
    }
  }

  return rows
}

function readJson(row: Record<string, SQLOutputValue>): LakeDocument {
  return parseDocument(String(row['json']))
}

function* pages(keys: readonly string[]): Iterable<readonly string[]> {
  for (let start = 0; start < keys.length; start += PAGE) yield keys.slice(start, start + PAGE)
}
