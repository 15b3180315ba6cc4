import {stat} from 'node:fs/promises'

/** How a folder is looked at; a test brings its own. */
export interface FolderWatch {
  /** The texts that are there now */
  readonly list: () => Promise<readonly string[]>
  /** Changes whenever the file does; `undefined` when it is gone */
  readonly stampOf: (path: string) => Promise<string | undefined>
  /** Passes the time between two looks; `false` ends the watch */
  readonly wait: () => Promise<boolean>
}

/**
 * Gives the texts of a folder as they are completely written: a file that has not changed between two looks and was not given
 * in this state before. What is there at the start comes first.
 */
export async function* settledCopies({
  list,
  stampOf,
  wait,
}: FolderWatch): AsyncGenerator<readonly string[]> {
  const given = new Map<string, string>()
  let seen = new Map<string, string>()
  do {
    const now = new Map<string, string>()
    for (const path of await list()) {
      const stamp = await stampOf(path)
      if (stamp !== undefined) now.set(path, stamp)
    }
    const settled = [...now].filter(
      ([path, stamp]) => seen.get(path) === stamp && given.get(path) !== stamp,
    )
    for (const [path, stamp] of settled) given.set(path, stamp)
    seen = now
    if (settled.length > 0) yield settled.map(([path]) => path)
  } while (await wait())
}

/** Size and time of the last change. */
export async function stampOfFile(path: string): Promise<string | undefined> {
  const entry = await stat(path).catch(() => undefined)
  return entry === undefined ? undefined : `${entry.size} ${entry.mtimeMs}`
}
