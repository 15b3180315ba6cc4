/** What an error says, for a person: its message, without name or stack. */
export function errorSentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Why a text cannot be read, without the opening of the reader's own sentence: the caller names the file. */
export function copyFault(error: unknown): string {
  return errorSentence(error).replace(/^Cannot read the copy: /u, '')
}
