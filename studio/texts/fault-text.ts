/** What went wrong, as an editor reads it: without the name of the kind of error, which is English and says nothing to them. */
export function faultText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
