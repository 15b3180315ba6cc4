import type {DatabaseSync} from 'node:sqlite'

import {openReader} from './open-reader.ts'

/** Snapshots of the whole file, untouched by commits that happen while they are read. */
export interface Snapshots {
  /** On a connection of its own, which must be closed */
  readonly open: () => DatabaseSync
  /** Closes those that are still open */
  readonly close: () => void
}

export function createSnapshots(file: string): Snapshots {
  const snapshots = new Set<DatabaseSync>()
  return {
    open() {
      for (const old of snapshots) if (!old.isOpen) snapshots.delete(old)
      const connection = openReader(file)
      snapshots.add(connection)
      startSnapshot(connection)
      return connection
    },
    close() {
      for (const connection of snapshots) if (connection.isOpen) connection.close()
    },
  }
}

/** The snapshot of a deferred transaction starts at its first read, hence the select. */
export function startSnapshot(connection: DatabaseSync): void {
  connection.exec('BEGIN; SELECT 1 FROM documents LIMIT 1')
}
