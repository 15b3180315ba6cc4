import {glob, readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

import {CommandError} from '../../command.ts'
import {formatByName} from './source-format.ts'

/** Standard input in a list of paths. */
export const STANDARD_INPUT = '-'

/**
 * The files that the given paths stand for, each once, in the order of the paths and by name within a folder.
 * A file is taken whatever its name; of a folder, and all folders in it, the texts (`.txt`, `.text`), archives (`.zip`, `.tar`) and files of rows (`.csv`,
 * `.tsv`, `.ndjson`, `.jsonl`), packed with gzip (`.gz`) or not; a path that does not exist is tried as a glob; `-` is standard input.
 *
 * @throws CommandError when a path stands for nothing
 */
export async function findCopies(paths: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    for (const file of await expand(path)) found.add(file)
  }
  return [...found]
}

async function expand(path: string): Promise<readonly string[]> {
  if (path === STANDARD_INPUT) return [path]
  const entry = await stat(path).catch(() => undefined)
  if (entry?.isDirectory() === true) return filesOfFolder(path)
  if (entry !== undefined) return [path]
  const matches = await Array.fromAsync(glob(path))
  if (matches.length > 0) return matches.toSorted(byUnit)
  throw new CommandError(
    `Cannot read "${path}": there is no such file or folder, and no file matches it`,
  )
}

async function filesOfFolder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = entries
    .filter((entry) => entry.isFile() && formatByName(entry.name) !== undefined)
    .map((entry) => join(entry.parentPath, entry.name))
  if (files.length > 0) return files.toSorted(byUnit)
  throw new CommandError(
    `Cannot read "${folder}": the folder holds no .txt file, archive or file of rows; name the files if they are called otherwise`,
  )
}

function byUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
