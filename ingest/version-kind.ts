import {blockText} from '../schemas/portable-text.ts'
import {isKillNotice} from './kill-notice.ts'

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
  [/\b(?:WITHDRAWN|WITHDRAWS|KILL(?:ED|S)?|STORY REMOVED|RETRACT(?:ED|ION))\b/iu, 'kill'],
  [/\b(?:ADVISORY|HOLD)\b/iu, 'advisory'],
  [/\bCORRECT(?:ED|S|ION|IVE)\b/iu, 'correction'],
  [/\bREFIL(?:E|ED|ES)\b/iu, 'refile'],
  [/\bWRITE-?THRU\b|\bWRITES? THROUGH\b/iu, 'writeThrough'],
  [/\b(?:LEAD|LD)\b/iu, 'lead'],
]

/** What the copy says of the version that it is. */
export interface VersionNotes {
  /** As printed: `UPDATE 2-` */
  readonly versionMark?: string | undefined
  /** AP says it there: `BC-XX--Marlow-Senate, 1st Ld-Writethru`, and Reuters: `GLOBAL-QUAYS/ (UPDATE 1, PIX)` */
  readonly slugline?: string | undefined
  /** The note of a correction or refile; its words tell of the story (`number of people killed`) */
  readonly correctionText?: string | undefined
  /** The paragraphs: an order to kill another text may be all that came */
  readonly body?: readonly unknown[]
}

/**
 * Reads which kind of version the copy announces: `UPDATE 2-` an update, `(LEAD)` a lead, a note of a correction a correction. A kill that any of them tells of is one.
 */
export function versionKind({
  versionMark,
  slugline,
  correctionText,
  body = [],
}: VersionNotes): VersionKind {
  const mark = versionMark === undefined ? undefined : markedKind(versionMark)
  const slug = kindOfSlug(slugline)
  const isKilled = mark === 'kill' || slug === 'kill' || isKillNotice(blockText(body[0]))
  if (isKilled) return 'kill'
  if (correctionText === undefined) return mark ?? slug ?? 'first'
  return /^\W{0,3}refil/iu.test(correctionText) ? 'refile' : 'correction'
}

function markedKind(mark: string): VersionKind {
  return kindOf(mark) ?? 'update'
}

/** Behind the desk's name for the story, which may have any word in it, there may be nothing but its length. */
function kindOfSlug(slugline = ''): VersionKind | undefined {
  const words = /[,(](?<words>.{3,80})$/u.exec(slugline)?.groups?.['words'] ?? ''
  return kindOf(words) ?? (/\bUPDATE \d/u.test(words) ? 'update' : undefined)
}

function kindOf(words: string): VersionKind | undefined {
  return KINDS.find(([pattern]) => pattern.test(words))?.[1]
}
