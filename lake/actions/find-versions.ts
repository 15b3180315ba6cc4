import type {DatabaseSync} from 'node:sqlite'

import {publishedIdOf} from '../store/document-ids.ts'
import type {LakeDocument} from '../store/lake-document.ts'

/**
 * Ids of the documents of a release, `versions.<release>.…`, sorted.
 *
 * @param touched - What the running transaction has done so far; `undefined` = deleted
 */
export function findVersions(
  database: DatabaseSync,
  dataset: string,
  release: string,
  touched: ReadonlyMap<string, LakeDocument | undefined>,
): readonly string[] {
  const prefix = `versions.${release}.`
  const stored = database
    .prepare('SELECT id FROM documents WHERE dataset = ? AND id > ? AND id < ?')
    // "/" is the character after "."
    .all(dataset, prefix, `versions.${release}/`)
    .map((row) => String(row['id']))
  const own = [...touched.keys()].filter((id) => id.startsWith(prefix))
  return [...new Set([...stored, ...own])]
    .filter((id) => !touched.has(id) || touched.get(id) !== undefined)
    .toSorted()
}

/**
 * Ids of the draft and the versions of a piece of content, sorted.
 *
 * @param stored - Every layer that it had before the running transaction
 * @param touched - What the running transaction has done so far; `undefined` = deleted
 */
export function findUnpublished(
  publishedId: string,
  stored: readonly LakeDocument[],
  touched: ReadonlyMap<string, LakeDocument | undefined>,
): readonly string[] {
  const own = [...touched.keys()].filter((id) => publishedIdOf(id) === publishedId)
  return [...new Set([...stored.map(({_id}) => _id), ...own])]
    .filter((id) => id !== publishedId && (!touched.has(id) || touched.get(id) !== undefined))
    .toSorted()
}
