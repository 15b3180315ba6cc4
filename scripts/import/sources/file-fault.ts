import {errorSentence} from '../../error-sentence.ts'

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it; change its permissions',
  EISDIR: 'it is a folder',
  Z_DATA_ERROR: 'its compressed data are damaged',
  Z_BUF_ERROR: 'its compressed data are cut off',
  EIO: 'the disk reports a fault',
}

/** Why a file cannot be read, for a person. */
export function fileFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return (typeof code === 'string' ? FAULTS[code] : undefined) ?? errorSentence(error)
}
