import {DatabaseSync} from 'node:sqlite'

/** Opens a connection that only reads, beside the one that writes. */
export function openReader(file: string): DatabaseSync {
  return new DatabaseSync(file, {readOnly: true, timeout: 5000})
}
