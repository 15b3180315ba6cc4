import {createHash} from 'node:crypto'
import {existsSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'

import {checkStore} from '../store/check-store.ts'
import {type BackupManifest, measureContent, readManifest} from './backup-tables.ts'

/** A file that is no backup, or one that is not whole; the message says what is wrong. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/**
 * Proves a backup by opening it: SQLite's integrity check, the replay of the log, every document and every asset against what was noted when
 * it was made.
 *
 * @throws {BackupError}
 */
export async function checkBackup(file: string): Promise<BackupManifest> {
  const database = openBackup(file)
  try {
    const manifest = readManifest(database)
    if (!manifest) throw new BackupError(`"${file}" is no whole backup of a lake`)
    const {faults} = checkStore(database)
    const [fault] = [...faults, ...compare(manifest, await measureContent(database))]
    if (fault !== undefined) throw new BackupError(`"${file}" is damaged: ${fault}`)
    let assets = 0
    for (const sha1 of listAssets(database)) {
      const hash = createHash('sha1')
      for (const piece of readAsset(database, sha1)) hash.update(piece)
      if (hash.digest('hex') !== sha1) {
        throw new BackupError(`"${file}" is damaged: the bytes of asset ${sha1} are not its own`)
      }
      assets++
    }
    if (assets !== manifest.assets) {
      throw new BackupError(`"${file}" is damaged: it has ${assets} of ${manifest.assets} assets`)
    }
    return manifest
  } catch (error) {
    if (error instanceof BackupError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new BackupError(`"${file}" is no backup of a lake, or damaged: ${reason}`, {cause: error})
  } finally {
    database.close()
  }
}

/** What differs between a manifest and what a database holds. */
export function compare(
  manifest: BackupManifest,
  found: Pick<BackupManifest, 'documents' | 'transactions' | 'digest'>,
): readonly string[] {
  return [
    ...(['documents', 'transactions'] as const)
      .filter((what) => found[what] !== manifest[what])
      .map((what) => `it has ${found[what]} of ${manifest[what]} ${what}`),
    ...(found.digest === manifest.digest ? [] : ['its documents are not those that were saved']),
  ]
}

/** @throws {BackupError} */
export function openBackup(file: string): DatabaseSync {
  if (!existsSync(file)) throw new BackupError(`there is no file "${file}"`)
  return new DatabaseSync(file, {readOnly: true})
}

export function* listAssets(database: DatabaseSync): Iterable<string> {
  const rows = database.prepare('SELECT DISTINCT sha1 FROM backup_assets ORDER BY sha1').all()
  for (const row of rows) yield String(row['sha1'])
}

export function* readAsset(
  database: DatabaseSync,
  sha1: string,
): Iterable<Uint8Array<ArrayBuffer>> {
  const rows = database.prepare('SELECT bytes FROM backup_assets WHERE sha1 = ? ORDER BY position')
  for (const {bytes} of rows.iterate(sha1))
    if (bytes instanceof Uint8Array) yield new Uint8Array(bytes)
}
