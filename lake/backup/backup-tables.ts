import {createHash} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {setImmediate} from 'node:timers/promises'

/**
 * What a backup has beside the lake's own tables, so that it is one file: the assets' bytes in pieces, and what it must hold when it is whole.
 */
export const backupTables = `
  CREATE TABLE backup_assets (
    sha1 TEXT NOT NULL,
    position INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (sha1, position)
  ) STRICT;
  CREATE TABLE backup_manifest (
    made_at TEXT NOT NULL,
    documents INTEGER NOT NULL,
    transactions INTEGER NOT NULL,
    assets INTEGER NOT NULL,
    digest TEXT NOT NULL
  ) STRICT;
`

export interface BackupManifest {
  /** ISO 8601: the moment whose state the backup holds */
  readonly madeAt: string
  readonly documents: number
  readonly transactions: number
  readonly assets: number
  /** SHA-256 over every document of every dataset */
  readonly digest: string
}

/** @returns `undefined` when the file is no backup, or one whose making was interrupted */
export function readManifest(database: DatabaseSync): BackupManifest | undefined {
  const table = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'backup_manifest'`)
  if (!table.get()) return undefined
  const row = database.prepare('SELECT * FROM backup_manifest').get()
  return (
    row && {
      madeAt: String(row['made_at']),
      documents: Number(row['documents']),
      transactions: Number(row['transactions']),
      assets: Number(row['assets']),
      digest: String(row['digest']),
    }
  )
}

/** What the database holds now, in the manifest's terms; lets others work in between. */
export async function measureContent(
  database: DatabaseSync,
): Promise<Pick<BackupManifest, 'documents' | 'transactions' | 'digest'>> {
  const hash = createHash('sha256')
  let documents = 0
  const rows = database.prepare('SELECT dataset, id, json FROM documents ORDER BY dataset, id')
  for (const {dataset, id, json} of rows.iterate()) {
    hash.update(`${String(dataset)}\n${String(id)}\n${String(json)}\n`)
    if (++documents % 500 === 0) await setImmediate()
  }
  const count = database.prepare('SELECT count(*) AS count FROM transactions').get()
  return {documents, transactions: Number(count?.['count']), digest: hash.digest('hex')}
}
