import {existsSync, mkdirSync, statSync} from 'node:fs'
import {dirname} from 'node:path'

/**
 * Makes a folder and the folders above it; does nothing when it is there. Node's own `recursive` never comes back from `/proc`, where a folder cannot be made
 * and is not said to be forbidden.
 *
 * @throws {Error} What the system says, or that a file of that name is in the way
 */
export function makeDirectory(path: string): void {
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return
    throw new Error('a file of that name is in the way')
  }
  const above = dirname(path)
  if (above !== path) makeDirectory(above)
  mkdirSync(path)
}
