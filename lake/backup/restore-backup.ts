import {existsSync, readdirSync, rmSync} from 'node:fs'
import {copyFile, open, rename} from 'node:fs/promises'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {openAssetFiles} from '../assets/asset-files.ts'
import {makeDirectory} from '../make-directory.ts'
import {checkStore} from '../store/check-store.ts'
import {closeToOthers} from '../store/close-to-others.ts'
import {openStore} from '../store/open-store.ts'
import {type BackupManifest, measureContent} from './backup-tables.ts'
import {
  BackupError,
  checkBackup,
  compare,
  listAssets,
  openBackup,
  readAsset,
} from './check-backup.ts'

/**
 * Makes a lake of a backup in an empty or new data folder, and proves it: the backup before, the lake after. A lake of an older version is migrated.
 * The token file is not part of a backup: the next start makes one.
 *
 * @throws {BackupError} the folder is not empty, the backup is not whole, or the lake is not what was saved; then nothing is left of it
 */
export async function restoreBackup(file: string, dataDirectory: string): Promise<BackupManifest> {
  if (existsSync(dataDirectory) && readdirSync(dataDirectory).length > 0) {
    throw new BackupError(
      `the folder "${dataDirectory}" is not empty; name a new one, or move it away first`,
    )
  }
  const manifest = await checkBackup(file)
  makeDirectory(dataDirectory)
  try {
    await restoreAssets(file, join(dataDirectory, 'assets'))
    await restoreDatabase(file, join(dataDirectory, 'lake.sqlite'))
    await prove(join(dataDirectory, 'lake.sqlite'), manifest)
    return manifest
  } catch (error) {
    for (const name of readdirSync(dataDirectory))
      rmSync(join(dataDirectory, name), {recursive: true})
    throw error
  }
}

async function restoreAssets(file: string, directory: string): Promise<void> {
  const files = openAssetFiles({directory, largest: Number.MAX_SAFE_INTEGER})
  const backup = openBackup(file)
  try {
    for (const sha1 of listAssets(backup)) {
      const received = await files.receive(streamOf(readAsset(backup, sha1)))
      await files.keep(received)
    }
  } finally {
    backup.close()
  }
}

function streamOf(
  pieces: Iterable<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = pieces[Symbol.iterator]()
  return new ReadableStream({
    pull(controller) {
      const {done, value} = iterator.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
  })
}

/** The database gets its name last: a folder in which a restore was interrupted holds no lake. */
async function restoreDatabase(file: string, target: string): Promise<void> {
  const draft = `${target}.new`
  await copyFile(file, draft)
  closeToOthers(draft)
  const database = new DatabaseSync(draft)
  try {
    database.exec('DROP TABLE backup_assets; DROP TABLE backup_manifest; VACUUM')
  } finally {
    database.close()
  }
  const handle = await open(draft, 'r+')
  await handle.sync()
  await handle.close()
  await rename(draft, target)
}

async function prove(file: string, manifest: BackupManifest): Promise<void> {
  const store = openStore({file})
  try {
    const {faults} = checkStore(store.database)
    const [fault] = [...faults, ...compare(manifest, await measureContent(store.database))]
    if (fault !== undefined)
      throw new BackupError(`the restored lake is not what was saved: ${fault}`)
  } finally {
    store.close()
  }
}
