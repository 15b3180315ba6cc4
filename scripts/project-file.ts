import {fileURLToPath} from 'node:url'

/** The absolute path of a file of the project, given from its root: the commands work from any folder. */
export function projectFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}
