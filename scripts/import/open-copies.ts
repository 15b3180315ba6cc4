import {type CopyBytes, readCopy, type ReadOptions} from './read-copy.ts'

/** A text that was found, read when its turn comes. */
export interface FoundCopy {
  /** As the receipt and messages name it */
  readonly path: string
  /** Never throws: why a text cannot be read is an answer too */
  readonly read: () => Promise<CopyBytes>
}

/** The texts of the given files, one after the other, so that a hundred thousand need no more memory than one. */
export async function* openCopies(
  files: readonly string[],
  options: ReadOptions,
): AsyncGenerator<FoundCopy> {
  for (const path of files) yield {path, read: () => readCopy(path, options)}
}
