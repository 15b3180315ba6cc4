import type {DatabaseSync} from 'node:sqlite'

import type {LakeDocument} from './lake-document.ts'
import type {IndexChange} from './path-index.ts'

/** An attribute whose JSON has more characters is not in the head: a body, a stored source text. */
const LONG = 1000

/** Keeps `document_heads` in step with the documents: those that have long attributes, without them. */
export function createHeadIndex(database: DatabaseSync, dataset: string): IndexChange {
  const put = database.prepare(
    'INSERT OR REPLACE INTO document_heads (dataset, id, long, json) VALUES (?, ?, ?, ?)',
  )
  const remove = database.prepare('DELETE FROM document_heads WHERE dataset = ? AND id = ?')

  return function change(id, before, after) {
    const long = after ? Object.keys(after).filter((name) => isLong(after[name])) : []
    if (long.length > 0) put.run(dataset, id, JSON.stringify(long), writeHead(after, long))
    else if (before) remove.run(dataset, id)
  }
}

/** `null` keeps the place of what is left out. */
function writeHead(document: LakeDocument | undefined, long: readonly string[]): string {
  return JSON.stringify({...document, ...Object.fromEntries(long.map((name) => [name, null]))})
}

function isLong(value: unknown): boolean {
  if (typeof value === 'string') return value.length > LONG
  return typeof value === 'object' && JSON.stringify(value).length > LONG
}
