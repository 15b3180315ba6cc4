import {createReadStream} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'

import type {AssetFiles} from '../assets/asset-files.ts'
import {closeToOthers} from '../store/close-to-others.ts'
import type {Store} from '../store/open-store.ts'
import {backupTables, measureContent} from './backup-tables.ts'

/** Bytes of one piece of an asset: what is held in memory. */
const PIECE = 4 * 1024 * 1024

/**
 * Writes a backup of a lake, as of one moment, while others read and write it: a SQLite file with the lake's tables and the assets.
 * The manifest comes last: a file without it is no whole backup.
 *
 * @param path - A new file
 */
export async function writeBackup(
  {store, files}: {readonly store: Store; readonly files: AssetFiles},
  path: string,
  madeAt: Date,
): Promise<void> {
  await store.copyTo(path)
  closeToOthers(path)
  const database = new DatabaseSync(path)
  try {
    // One file, no -wal beside it; whoever is interrupted has no manifest and starts anew.
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF')
    database.exec(backupTables)
    const assets = files.list()
    for (const sha1 of assets) await addAsset(database, sha1, files.find(sha1))
    const {documents, transactions, digest} = await measureContent(database)
    database
      .prepare('INSERT INTO backup_manifest VALUES (?, ?, ?, ?, ?)')
      .run(madeAt.toISOString(), documents, transactions, assets.length, digest)
  } finally {
    database.close()
  }
}

async function addAsset(
  database: DatabaseSync,
  sha1: string,
  path: string | undefined,
): Promise<void> {
  if (path === undefined) return
  const add = database.prepare('INSERT INTO backup_assets VALUES (?, ?, ?)')
  let position = 0
  const pieces: AsyncIterable<Uint8Array> = createReadStream(path, {highWaterMark: PIECE})
  for await (const piece of pieces) add.run(sha1, position++, piece)
}
