import {stat} from 'node:fs/promises'

/** How a folder is looked at; a test brings its own. */
export interface FolderWatch {
  /** The texts that are there now */
  readonly list: () => Promise<readonly string[]>
  /** Changes whenever the file does; `undefined` when it is gone */
  readonly stampOf: (path: string) => Promise<string | undefined>
  /** Looks, one after the other, at which a file has to be as it was before: who writes it may pause */
  readonly quietLooks: number
  /** Passes the time between two looks; `false` ends the watch */
  readonly wait: () => Promise<boolean>
}

/**
 * Gives the texts of a folder as they are completely written: a file that has not changed for some looks and was not given
 * in this state before. What is there at the start comes first.
 */
export async function* settledCopies({
  list,
  stampOf,
  quietLooks,
  wait,
}: FolderWatch): AsyncGenerator<readonly string[]> {
  const given = new Map<string, string>()
  let waiting = new Map<string, {readonly stamp: string; readonly quiet: number}>()
  do {
    const now: typeof waiting = new Map()
    const settled: string[] = []
    for (const path of await list()) {
      const stamp = await stampOf(path)
      if (stamp === undefined || given.get(path) === stamp) continue
      const before = waiting.get(path)
      const quiet = before?.stamp === stamp ? before.quiet + 1 : 0
      if (quiet < quietLooks) now.set(path, {stamp, quiet})
      else {
        given.set(path, stamp)
        settled.push(path)
      }
    }
    waiting = now
    if (settled.length > 0) yield settled
  } while (await wait())
}

/** Which file it is, its size and the times of its last change, and the same of the notes beside it: a text is written when they are too. */
export async function stampOfCopy(path: string): Promise<string | undefined> {
  const [copy, notes] = await Promise.all([stampOfFile(path), stampOfFile(`${path}.json`)])
  return copy === undefined ? undefined : `${copy} ${notes ?? 'no notes'}`
}

async function stampOfFile(path: string): Promise<string | undefined> {
  const entry = await stat(path).catch(() => undefined)
  return entry && `${entry.ino} ${entry.size} ${entry.mtimeMs} ${entry.ctimeMs}`
}
