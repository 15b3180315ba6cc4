import {chmodSync, statSync} from 'node:fs'

/**
 * Lets only its owner read and write a file: drafts, embargoed stories and tokens' hashes are in it. SQLite gives the same mode to the files it makes beside it.
 * A file system without such modes is left as it is.
 */
export function closeToOthers(file: string): void {
  if ((statSync(file).mode & 0o077) === 0) return
  try {
    chmodSync(file, 0o600)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EROFS') throw error
  }
}
