import type {DatabaseSync} from 'node:sqlite'

import {openDocumentCache} from './document-cache.ts'
import {publishedIdOf} from './document-ids.ts'
import {
  type AttributeConstraint,
  type Candidates,
  type DocumentSource,
  type IndexOrder,
  isUnknown,
} from './document-source.ts'
import {createIdFinder, type IdFinder} from './find-ids.ts'
import {type LakeDocument, parseDocument} from './lake-document.ts'
import {prepareOnce} from './prepare-once.ts'
import {readHead} from './read-head.ts'
import {walkIds} from './walk-ids.ts'
import type {WalkedId, WalkSizes} from './walk-options.ts'
import {createRarity} from './word-rarity.ts'

/** Documents read at once: what a scan holds in memory. */
const PAGE = 200

/** After so many documents a scan reads past the cache: it would drive out what is used often. */
const WIDE = 500

/** Which rows a reader may see at all, before any query. */
export interface RowFilter {
  /** Only ids without a dot: what anonymous readers get */
  readonly undotted?: boolean
  /** No drafts and no versions */
  readonly published?: boolean
  /** No versions */
  readonly unversioned?: boolean
  readonly sizes?: WalkSizes
  /** Documents are taken from the connection's cache, and of long ones only the heads are read at first: nobody may change them, and nothing that is not committed may be read */
  readonly cached?: boolean
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
  walkLayers(
    candidates: Candidates,
    order: IndexOrder,
    count: number,
  ): Iterable<WalkedId> | undefined
}

/** The stored documents of one dataset, read through one connection when they are needed. */
export function createDocumentRows(
  connection: DatabaseSync,
  dataset: string,
  filter: RowFilter = {},
): LayeredRows {
  const visible = [
    filter.undotted === true ? "instr(id, '.') = 0" : undefined,
    // The first half is told by an index alone.
    filter.published === true ? "(instr(id, '.') = 0 OR id = published_id)" : undefined,
    filter.unversioned === true ? "id NOT GLOB 'versions.*'" : undefined,
  ].filter((condition) => condition !== undefined)
  const where = ['dataset = ?', ...visible].join(' AND ')

  const groupIds = prepareOnce(
    connection,
    `SELECT id FROM documents WHERE ${where} AND published_id = ? ORDER BY id`,
  )
  const cache = filter.cached === true ? openDocumentCache(connection, dataset) : undefined

  function read(id: string): LakeDocument | undefined {
    return cache ? cache.get(id) : readStored(id)
  }

  function readStored(id: string): LakeDocument | undefined {
    if (cache) return readHead(connection, dataset, id)?.document
    const one = prepareOnce(connection, 'SELECT json FROM documents WHERE dataset = ? AND id = ?')
    const row = one.get(dataset, id)
    return row && parseDocument(String(row['json']))
  }

  function readerFor(place: number): typeof read {
    return place < WIDE ? read : readStored
  }

  function isHidden(id: string): boolean {
    if (filter.undotted === true && id.includes('.')) return true
    if (filter.unversioned === true && id.startsWith('versions.')) return true
    return filter.published === true && id !== publishedIdOf(id)
  }

  const finders = new Map<boolean, IdFinder>()
  /** Of one snapshot one finder: it knows the fields of the index from the first `*` on */
  function finderOf(layered: boolean): IdFinder {
    const finder = finders.get(layered) ?? createIdFinder(connection, dataset, layered)
    if (cache) finders.set(layered, finder)
    return finder
  }

  /** Ids of what can match and may be seen, page by page, sorted. */
  function pagesOf(layered: boolean, candidates: Candidates): Iterable<readonly string[]> {
    const {types = [], ...others} = candidates
    // Other layers of a document may be of another type.
    if (types.length === 1 && isUnknown(others) && !layered) return allPages(layered, types)
    const found = finderOf(layered).find(candidates)
    if (!found) return allPages(layered, [])
    return pages([...new Set(layered ? found.map(publishedIdOf) : found)].toSorted())
  }

  function* allPages(layered: boolean, type: readonly string[]): Iterable<readonly string[]> {
    const column = layered ? 'published_id' : 'id'
    const next = prepareOnce(
      connection,
      `SELECT DISTINCT ${column} AS key FROM documents
       WHERE ${where} ${type.map(() => 'AND type = ?').join('')} AND ${column} > ? ORDER BY ${column} LIMIT ${PAGE}`,
    )
    let last: string | undefined = ''
    while (last !== undefined) {
      const page: readonly string[] = next
        .all(dataset, ...type, last)
        .map((row) => String(row['key']))
      if (page.length > 0) yield page
      last = page.at(-1)
    }
  }

  function walk(layered: boolean, candidates: Candidates, order: IndexOrder, count: number) {
    return walkIds(candidates, order, {
      connection,
      dataset,
      finder: finderOf(layered),
      layered,
      count,
      ...(filter.sizes && {sizes: filter.sizes}),
    })
  }

  function countType(type: string): number {
    const counter = prepareOnce(
      connection,
      `SELECT count(*) AS count FROM documents WHERE ${where} AND type = ?`,
    )
    return Number(counter.get(dataset, type)?.['count'])
  }

  function countWith(attribute: AttributeConstraint, type: string): number | undefined {
    const stretches = finderOf(false).stretches(attribute, [type])
    const counter = prepareOnce(
      connection,
      `SELECT count(*) AS count FROM path_values AS value WHERE field = ? AND key >= ? AND key <= ?
       AND (${visible.length === 0} OR instr(id, '.') = 0 OR EXISTS (
         SELECT 1 FROM documents WHERE ${where} AND documents.id = value.id))`,
    )
    return stretches?.reduce(
      (sum, stretch) => sum + Number(counter.get(...stretch, dataset)?.['count']),
      0,
    )
  }

  const rows: LayeredRows = {
    get: (id) => (isHidden(id) ? undefined : read(id)),
    *scan(candidates) {
      let count = 0
      for (const page of pagesOf(false, candidates)) {
        for (const id of page) {
          const document = isHidden(id) ? undefined : readerFor(count++)(id)
          if (document) yield document
        }
      }
    },
    walk(candidates, order, count) {
      const walked = walk(false, candidates, order, count)
      return walked && withDocuments(walked)
    },
    count({types, attribute}) {
      const counts = [...new Set(types)].map((type) =>
        attribute ? countWith(attribute, type) : countType(type),
      )
      const known = counts.filter((count) => count !== undefined)
      return known.length < counts.length ? undefined : known.reduce((sum, count) => sum + count, 0)
    },
    ...(filter.undotted !== true && {rarityOf: createRarity(connection)}),
    layers(publishedId) {
      return rows.layerIds(publishedId).flatMap((id) => read(id) ?? [])
    },
    *scanLayers(candidates) {
      let count = 0
      for (const page of pagesOf(true, candidates)) {
        for (const publishedId of page) {
          const reader = readerFor(count++)
          yield rows.layerIds(publishedId).flatMap((id) => reader(id) ?? [])
        }
      }
    },
    layerIds(publishedId) {
      return groupIds.all(dataset, publishedId).map((row) => String(row['id']))
    },
    walkLayers: (candidates, order, count) => walk(true, candidates, order, count),
  }

  function* withDocuments(walked: Iterable<WalkedId>) {
    let count = 0
    for (const {id, ...place} of walked) {
      const document = isHidden(id) ? undefined : readerFor(count++)(id)
      yield {document, ...place}
    }
  }

  return rows
}

function* pages(keys: readonly string[]): Iterable<readonly string[]> {
  for (let start = 0; start < keys.length; start += PAGE) yield keys.slice(start, start + PAGE)
}
