/** What an error says, for a person: its message, without name or stack. */
export function errorSentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
