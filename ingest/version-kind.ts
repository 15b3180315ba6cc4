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
  [/\bCORRECT(?:ED|S|ION|IVE)\b/iu, 'correction'],
  [/\bREFIL(?:E|ED|ES)\b/iu, 'refile'],
  [/\bWRITE-?THRU\b|\bWRITES? THROUGH\b/iu, 'writeThrough'],
  [/\b(?:LEAD|LD)\b/iu, 'lead'],
  [/\bUPDATE/iu, 'update'],
]

/**
 * Reads which kind of version a mark or a note announces: `UPDATE 2-` an update, `(LEAD)` a lead.
 *
 * @param mark - The version mark or the correction note as printed; `undefined` when the copy has none
 */
export function versionKind(mark: string | undefined): VersionKind {
  if (mark === undefined) return 'first'
  return KINDS.find(([pattern]) => pattern.test(mark))?.[1] ?? 'update'
}
