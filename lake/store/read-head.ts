import type {DatabaseSync} from 'node:sqlite'

import {buildHeadDocument} from './head-document.ts'
import {type LakeDocument, parseDocument} from './lake-document.ts'
import {prepareOnce} from './prepare-once.ts'

/** What was read of a stored document. */
export interface StoredHead {
  readonly document: LakeDocument
  /** Of JSON that were parsed for it */
  readonly characters: number
}

/**
 * Reads a stored document without its long attributes, which follow when somebody looks at them: in the snapshot in which it was read, or in a later one where it has not changed.
 *
 * @param more - Hears how many more characters were parsed then
 */
export function readHead(
  connection: DatabaseSync,
  dataset: string,
  id: string,
  more: (characters: number) => void = () => undefined,
): StoredHead | undefined {
  const row = prepareOnce(connection, HEAD).get(dataset, id)
  if (!row) return undefined
  const [json, long] = [String(row['json']), row['long']]
  const head = parseDocument(json)
  if (typeof long !== 'string') return {document: head, characters: json.length}
  let whole: LakeDocument | undefined
  const load = () => {
    if (whole) return whole
    const text = String(prepareOnce(connection, WHOLE).get(dataset, id)?.['json'])
    more(text.length)
    whole = parseDocument(text)
    return whole
  }
  return {document: buildHeadDocument(head, {long: readNames(long), load}), characters: json.length}
}

const WHOLE = 'SELECT json FROM documents WHERE dataset = ? AND id = ?'
const HEAD = `SELECT head.long AS long, coalesce(head.json, documents.json) AS json
              FROM documents LEFT JOIN document_heads AS head USING (dataset, id)
              WHERE documents.dataset = ? AND documents.id = ?`

/** Documents of one type have the same long attributes: their names are read once. */
function readNames(list: string): ReadonlySet<string> {
  const known = names.get(list)
  if (known) return known
  const parsed: unknown = JSON.parse(list)
  const set = new Set(Array.isArray(parsed) ? parsed.map(String) : [])
  if (names.size >= MOST_NAMES) names.clear()
  names.set(list, set)
  return set
}

const MOST_NAMES = 200
const names = new Map<string, ReadonlySet<string>>()
