import type {DatabaseSync} from 'node:sqlite'

import {publishedIdOf} from '../store/document-ids.ts'
import {type LakeDocument, parseDocument} from '../store/lake-document.ts'

/**
 * Judges a document that is due, as it would be published. The lake knows nothing of newspapers: whoever opens it brings the rules.
 *
 * @returns The attributes to set when it goes out (`{}` for none), or the sentence that says why it is held back. The same for the same arguments, always
 */
export type PublishGuard = (
  document: LakeDocument,
  context: {
    /** ISO 8601 */
    readonly now: string
    /** The published document, what it and the document refer to, what refers to it, and what those refer to; sorted by `_id` */
    readonly related: readonly LakeDocument[]
  },
) => Readonly<Record<string, unknown>> | string

/** Finds what a guard may want to know of a document, by references in both directions and two steps out. */
export function findRelated(
  database: DatabaseSync,
  dataset: string,
  versionId: string,
): readonly LakeDocument[] {
  const publishedId = publishedIdOf(versionId)
  return database
    .prepare(
      `WITH
         around (id) AS (
           SELECT :publishedId
           UNION SELECT to_id FROM document_references
             WHERE dataset = :dataset AND from_id IN (:publishedId, :versionId)
           UNION SELECT from_id FROM document_references
             WHERE dataset = :dataset AND to_id = :publishedId
         ),
         further (id) AS (
           SELECT id FROM around
           UNION SELECT to_id FROM document_references
             WHERE dataset = :dataset AND from_id IN (SELECT id FROM around)
         )
       SELECT json FROM documents WHERE dataset = :dataset AND id IN (SELECT id FROM further) ORDER BY id`,
    )
    .all({dataset, publishedId, versionId})
    .map(({json}) => parseDocument(String(json)))
}
