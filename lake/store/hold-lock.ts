import {DatabaseSync} from 'node:sqlite'

import {closeToOthers} from './close-to-others.ts'
import {explainStoreError} from './store-error.ts'

/**
 * Holds a lake for this process: a second process that opens it gets `in-use`. The lock is the operating system's, so a killed process leaves none behind.
 * It stands in a file of its own (`lake.sqlite.lock`), because an exclusively locked database could not have the read connections that queries take their snapshots from.
 *
 * @returns Lets the lake go
 * @throws {StoreError}
 */
export function holdLock(file: string): () => void {
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(`${file}.lock`, {timeout: 0})
    closeToOthers(`${file}.lock`)
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    throw explainStoreError(error, `Cannot open "${file}"`)
  }
  const held = lock
  return () => {
    held.close()
  }
}
