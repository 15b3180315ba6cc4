import type {DatabaseSync} from 'node:sqlite'

import {type AttributePath, parseAttributePath, readOrdering, readValues} from './attribute-path.ts'
import {createHeadIndex} from './head-index.ts'
import {type LakeDocument, parseDocument} from './lake-document.ts'
import type {HearPreparation} from './preparation.ts'
import {nullKey, otherKey, pinnedPrefix, type SortKey, sortKey} from './sort-key.ts'
import {createTextIndex} from './text-index.ts'

/** What a change of one document means for the index; runs in the transaction that stores the document, before it does. */
export type IndexChange = (
  id: string,
  before: LakeDocument | undefined,
  after: LakeDocument | undefined,
) => void

/** Paths that every lake has an index of. */
const SYSTEM_PATHS = ['_createdAt', '_updatedAt']

/** Raise it when what stands in the index changes its form: it is built again at the next start. */
const FORM = '8'

/**
 * Keeps `path_values` in step with the documents. A field is one path of one type of one dataset; it exists as soon as one document has a value there,
 * and from then on every document of the type has a row in it, with the null key when it has no value (element paths have a row for each element, paths with an order for values alone).
 */
function createPathIndex(database: DatabaseSync, dataset: string): IndexChange {
  return createIndexer(database, dataset, readIndexedPaths(database))
}

/** All indexes that are made of documents. */
export function createIndexes(database: DatabaseSync, dataset: string): IndexChange {
  const paths = createPathIndex(database, dataset)
  const text = createTextIndex(database, dataset)
  const heads = createHeadIndex(database, dataset)
  return function change(id, before, after) {
    paths(id, before, after)
    text(id, before, after)
    heads(id, before, after)
  }
}

/** Builds the indexes of paths, text and heads again when the paths are not those that it was built for: after a migration or another configuration. */
export function preparePathIndex(
  database: DatabaseSync,
  indexedPaths: readonly string[],
  preparing: HearPreparation,
): void {
  const paths = [...new Set([...SYSTEM_PATHS, ...indexedPaths])].toSorted()
  for (const path of paths) parseAttributePath(path)
  const wanted = [`form ${FORM}`, ...paths]
  const known = database.prepare('SELECT path FROM indexed_paths ORDER BY rowid').all()
  if (JSON.stringify(known.map((row) => row['path'])) === JSON.stringify(wanted)) return
  const total = Number(database.prepare('SELECT count(*) AS count FROM documents').get()?.['count'])
  preparing({type: 'indexes', done: 0, total})
  database.exec('BEGIN IMMEDIATE')
  try {
    database.exec(`DELETE FROM path_values; DELETE FROM indexed_fields; DELETE FROM indexed_paths;
                   DELETE FROM text_documents; DELETE FROM document_heads;
                   INSERT INTO text_index (text_index) VALUES ('delete-all')`)
    const put = database.prepare('INSERT INTO indexed_paths (path) VALUES (?)')
    for (const path of wanted) put.run(path)
    fill(database, paths, (done) => preparing({type: 'indexes', done, total}))
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function readIndexedPaths(database: DatabaseSync): readonly string[] {
  return database
    .prepare('SELECT path FROM indexed_paths ORDER BY rowid')
    .all()
    .map((row) => String(row['path']))
    .filter((path) => !path.startsWith('form '))
}

function fill(
  database: DatabaseSync,
  paths: readonly string[],
  reached: (done: number) => void,
): void {
  const page = database.prepare(
    `SELECT dataset, type, id, json FROM documents
     WHERE (dataset, type, id) > (?, ?, ?) ORDER BY dataset, type, id LIMIT 500`,
  )
  const indexers = new Map<string, readonly IndexChange[]>()
  let place = ['', '', '']
  let done = 0
  for (;;) {
    const rows = page.all(...place)
    if (rows.length === 0) return
    for (const row of rows) {
      const [dataset = '', type = '', id = ''] = [row['dataset'], row['type'], row['id']].map(
        String,
      )
      const indexes = indexers.get(dataset) ?? [
        createIndexer(database, dataset, paths, true),
        createTextIndex(database, dataset),
        createHeadIndex(database, dataset),
      ]
      indexers.set(dataset, indexes)
      const document = parseDocument(String(row['json']))
      for (const index of indexes) index(id, undefined, document)
      place = [dataset, type, id]
    }
    done += rows.length
    reached(done)
  }
}

interface IndexRow {
  readonly field: number
  readonly key: SortKey
}

/** @param filling - Documents come sorted by type and id, and those after the present one are not in the index yet */
function createIndexer(
  database: DatabaseSync,
  dataset: string,
  indexedPaths: readonly string[],
  filling = false,
): IndexChange {
  const paths = indexedPaths.map(parseAttributePath)
  const findFields = database.prepare(
    'SELECT path, field FROM indexed_fields WHERE dataset = ? AND type = ?',
  )
  const putField = database.prepare(
    'INSERT INTO indexed_fields (dataset, path, type) VALUES (?, ?, ?)',
  )
  const putNulls = database.prepare(
    `INSERT INTO path_values (field, key, id)
     SELECT ?, ?, id FROM documents WHERE dataset = ? AND type = ?${filling ? ' AND id < ?' : ''}`,
  )
  const put = database.prepare(
    'INSERT OR IGNORE INTO path_values (field, key, id) VALUES (?, ?, ?)',
  )
  const remove = database.prepare('DELETE FROM path_values WHERE field = ? AND key = ? AND id = ?')

  /** Fields by path, by type: they are made here alone. */
  const known = new Map<string, Map<string, number>>()

  function fieldsOf(type: string): Map<string, number> {
    const fields =
      known.get(type) ??
      new Map(
        findFields.all(dataset, type).map((row) => [String(row['path']), Number(row['field'])]),
      )
    known.set(type, fields)
    return fields
  }

  function makeFields(document: LakeDocument): void {
    const fields = fieldsOf(document._type)
    for (const path of paths) {
      if (fields.has(path.text)) continue
      const keys = keysOf(document, path)
      if (isSparse(path) ? keys.length === 0 : keys.every((key) => key === nullKey)) continue
      const field = putField.run(dataset, path.text, document._type).lastInsertRowid
      fields.set(path.text, Number(field))
      if (isSparse(path)) continue
      const until = filling ? [document._id] : []
      putNulls.run(field, nullKey, dataset, document._type, ...until)
    }
  }

  function rowsOf(document: LakeDocument | undefined): readonly IndexRow[] {
    if (!document) return []
    const fields = fieldsOf(document._type)
    return paths.flatMap((path) => {
      const field = fields.get(path.text)
      return field === undefined ? [] : keysOf(document, path).map((key) => ({field, key}))
    })
  }

  return function change(id, before, after) {
    if (after) makeFields(after)
    const old = new Map(rowsOf(before).map((row) => [nameOf(row), row]))
    const kept = new Set<string>()
    for (const row of rowsOf(after)) {
      const name = old.size === 0 ? '' : nameOf(row)
      if (old.has(name)) kept.add(name)
      else put.run(row.field, row.key, id)
    }
    for (const [name, {field, key}] of old) if (!kept.has(name)) remove.run(field, key, id)
  }
}

function nameOf({field, key}: IndexRow): string {
  return `${field}:${Buffer.from(key).toString('latin1')}`
}

function keysOf(document: LakeDocument, path: AttributePath): readonly SortKey[] {
  const keys = readValues(document, path).map(sortKey)
  if (path.orderedBy === undefined) return keys
  const values = keys.filter((key) => key !== nullKey && key !== otherKey)
  const key = sortKey(readOrdering(document, path))
  return values.map((value) => Buffer.concat([pinnedPrefix(value), key]))
}

/** Whether documents without a value have no row either. */
function isSparse({ofElement, orderedBy}: AttributePath): boolean {
  return ofElement !== undefined || orderedBy !== undefined
}
