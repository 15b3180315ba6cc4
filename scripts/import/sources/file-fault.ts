import {errorSentence} from '../../error-sentence.ts'

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it; change its permissions',
  EISDIR: 'it is a folder',
  Z_DATA_ERROR: 'its compressed data are damaged',
  Z_BUF_ERROR: 'its compressed data are cut off',
  EIO: 'the disk reports a fault',
  ELOOP: 'its link leads in a circle',
}

/** Why a file cannot be read, for a person. */
export function fileFault(error: unknown): string {
  if (isMisread(error)) return 'its name is no UTF-8, so it cannot be opened; give it another'
  return FAULTS[codeOf(error)] ?? errorSentence(error)
}

const WRITE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  EACCES: 'this user may not write there',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk takes no writing',
}

/** Why a file cannot be written, for a person. */
export function writeFault(error: unknown): string {
  return WRITE_FAULTS[codeOf(error)] ?? errorSentence(error)
}

/** The name as it was read is not the one that the disk knows: some of its bytes are no text. */
function isMisread(error: unknown): boolean {
  const path = error instanceof Error && 'path' in error ? String(error.path) : ''
  return codeOf(error) === 'ENOENT' && path.includes('\uFFFD')
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
