/** What a version of a story is to the ones before it. */
export type VersionKind =
  | 'first'
  | 'update'
  | 'writeThrough'
  | 'lead'
  | 'refile'
  | 'correction'
  | 'kill'
  | 'advisory'

// the first that fits, so the graver words stand first
const KINDS: readonly (readonly [RegExp, VersionKind])[] = [
  [/\b(?:WITHDRAWN|WITHDRAWS|KILL(?:ED|S)?|STORY REMOVED)\b/iu, 'kill'],
  [/\b(?:ADVISORY|HOLD)\b/iu, 'advisory'],
  [/\bCORRECT(?:ED|S|ION|IVE)\b/iu, 'correction'],
  [/\bREFIL(?:E|ED|ES)\b/iu, 'refile'],
  [/\bWRITE-?THRU\b|\bWRITES? THROUGH\b/iu, 'writeThrough'],
  [/\b(?:LEAD|LD)\b/iu, 'lead'],
]

/**
 * Reads which kind of version the copy announces: `UPDATE 2-` an update, `(LEAD)` a lead, a note of a correction a correction.
 *
 * @param mark - The version mark as printed; `undefined` when the copy has none
 * @param correction - The note of a correction or refile, if there is one; its words tell of the story (`number of people killed`)
 */
export function versionKind(mark: string | undefined, correction: string | undefined): VersionKind {
  const marked = mark === undefined ? 'first' : markedKind(mark)
  if (marked === 'kill' || correction === undefined) return marked
  return /^\W{0,3}refil/iu.test(correction) ? 'refile' : 'correction'
}

function markedKind(mark: string): VersionKind {
  return KINDS.find(([pattern]) => pattern.test(mark))?.[1] ?? 'update'
}
