import {type Dirent} from 'node:fs'
import {glob, readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

import {CommandError} from '../../command.ts'
import {fileFault} from './file-fault.ts'
import {formatByName} from './source-format.ts'

/** Standard input in a list of paths. */
export const STANDARD_INPUT = '-'

/** Where no text was found. */
export interface NothingFound {
  readonly path: string
  /** The sentence for the person */
  readonly reason: string
  /** A folder that is there and may be read, or a pattern of files in one: a text may come into it */
  readonly isEmpty: boolean
}

interface FindingOptions {
  /** Told of each path, or folder in one, that gives nothing; the rest is found all the same. Without it, the first one is an error */
  readonly onNothing?: (nothing: NothingFound) => void
  /** Told of each file in a folder that is no text by its name, nor the notes beside one */
  readonly onLeftOut?: (path: string) => void
}

/**
 * The files that the given paths stand for, each once, in the order of the paths and by name within a folder.
 * A file is taken whatever its name; of a folder, and all folders in it, the texts (`.txt`, `.text`), archives (`.zip`, `.tar`) and files of rows (`.csv`,
 * `.tsv`, `.ndjson`, `.jsonl`), packed with gzip (`.gz`) or not; a path that does not exist is tried as a glob; `-` is standard input. Links to files are
 * followed, links to folders in a folder are not: they may lead in a circle.
 *
 * @throws CommandError when a path stands for nothing and nobody hears of it
 */
export async function findCopies(
  paths: readonly string[],
  options: FindingOptions = {},
): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    for (const file of await expand(path, options)) found.add(file)
  }
  return [...found]
}

async function expand(path: string, options: FindingOptions): Promise<readonly string[]> {
  if (path === STANDARD_INPUT) return [path]
  const entry = await stat(path).catch(() => undefined)
  if (entry?.isDirectory() === true) return filesOfFolder(path, options)
  if (entry !== undefined) return [path]
  const matches = (await Array.fromAsync(glob(path))).toSorted(byUnit)
  const found = (await Promise.all(matches.map((match) => filesOfMatch(match, options)))).flat()
  if (found.length > 0) return found
  const isEmpty = await isPatternInFolder(path)
  const reason = isEmpty
    ? `Found no text at "${path}": no file matches it`
    : `Cannot read "${path}": there is no such file or folder, and no file matches it`
  return nothing({path, reason, isEmpty}, options)
}

/** Whether a path is a pattern, and the folder that it begins with is there: a misspelt one is not. */
async function isPatternInFolder(path: string): Promise<boolean> {
  const names = path.split('/')
  const at = names.findIndex((name) => /[*?[{]/u.test(name))
  if (at === -1) return false
  const folder = names.slice(0, at).join('/') || (path.startsWith('/') ? '/' : '.')
  const entry = await stat(folder).catch(() => undefined)
  return entry?.isDirectory() === true
}

/** A folder that matches stands for its texts, as it does when a shell has expanded the glob. What is no file is passed by: a pipe would be waited for. */
async function filesOfMatch(path: string, options: FindingOptions): Promise<readonly string[]> {
  const entry = await stat(path).catch(() => undefined)
  if (entry?.isDirectory() === true) {
    return filesOfFolder(path, {
      ...options,
      onNothing(fault) {
        if (!fault.isEmpty) nothing(fault, options)
      },
    })
  }
  return entry === undefined || entry.isFile() ? [path] : []
}

async function filesOfFolder(folder: string, options: FindingOptions): Promise<readonly string[]> {
  const files: string[] = []
  let hasFault = false
  await walk(folder, {
    ...options,
    onFile: (path) => files.push(path),
    onNothing(fault) {
      hasFault = true
      nothing(fault, options)
    },
  })
  if (files.length > 0 || hasFault) return files.toSorted(byUnit)
  const reason = `Found no text in "${folder}": it holds no .txt file, archive or file of rows; name the files if they are called otherwise`
  return nothing({path: folder, reason, isEmpty: true}, options)
}

interface Walk extends FindingOptions {
  readonly onFile: (path: string) => void
}

async function walk(folder: string, options: Walk): Promise<void> {
  const entries = await readdir(folder, {withFileTypes: true}).catch((error: unknown) => {
    nothing(
      {path: folder, reason: `Cannot read "${folder}": ${fileFault(error)}`, isEmpty: false},
      options,
    )
    return []
  })
  const names = new Set(entries.map(({name}) => name))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await walk(path, options)
    else if (!(await isFile(entry, path))) continue
    else if (formatByName(path) !== undefined) options.onFile(path)
    else if (!isBeside(entry.name, names)) options.onLeftOut?.(path)
  }
}

async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  const target = await stat(path).catch(() => undefined)
  // a link that leads nowhere is a text that cannot be read
  return target === undefined || target.isFile()
}

/** What stands beside texts and is none: their notes, and files that a folder hides. Notes without their text are left over: where is it? */
function isBeside(name: string, names: ReadonlySet<string>): boolean {
  return name.startsWith('.') || (name.endsWith('.json') && names.has(name.slice(0, -5)))
}

function nothing(found: NothingFound, {onNothing}: FindingOptions): readonly string[] {
  if (onNothing === undefined) throw new CommandError(found.reason)
  onNothing(found)
  return []
}

function byUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
