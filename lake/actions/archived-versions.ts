import type {DatabaseSync} from 'node:sqlite'

import {isLakeDocument, type LakeDocument} from '../store/lake-document.ts'
import {releaseDocumentId} from './release-actions.ts'

/** The versions that archiving a release deleted, read back from the log. */
export function findArchivedVersions(
  database: DatabaseSync,
  dataset: string,
  release: string,
): readonly LakeDocument[] {
  // An archived release is not edited: the last transaction on its document is the one that archived it.
  const rows = database
    .prepare(
      `SELECT revert FROM effects
       WHERE dataset = :dataset AND result_revision IS NULL AND document_id > :first AND document_id < :last AND sequence = (
         SELECT max(sequence) FROM effects WHERE dataset = :dataset AND document_id = :release
       )
       ORDER BY position`,
    )
    .all({
      dataset,
      release: releaseDocumentId(release),
      first: `versions.${release}.`,
      last: `versions.${release}/`,
    })
  return rows.flatMap((row) => {
    const patch: unknown = JSON.parse(String(row['revert']))
    const document: unknown = Array.isArray(patch) ? patch[1] : undefined
    return isLakeDocument(document) ? [document] : []
  })
}
