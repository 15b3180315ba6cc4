import type {Snapshot, SnapshotByline} from './snapshot.ts'
import type {VersionKind} from './version-kind.ts'

/**
 * What comes with a text and does not stand in it: the lines of its front matter, or a JSON file beside it.
 * `provider` with `itemId` and `itemVersion` names the text, `provider` with `storyId` (else `itemId`) the story.
 */
export interface CopyNotes {
  readonly headline?: string
  /** As the provider prints it */
  readonly date?: string
  readonly url?: string
  /** Names, in their order */
  readonly byline?: readonly string[]
  readonly provider?: string
  readonly itemId?: string
  readonly itemVersion?: string
  readonly storyId?: string
  /** The `itemVersion` that this text replaces */
  readonly previousVersion?: string
  /** Code of the publication that printed the text */
  readonly publication?: string
  readonly kind?: VersionKind
}

/** The fields of an article that notes can fill; what the text says itself goes before. */
export function fieldsOfNotes(
  notes: CopyNotes | undefined,
  keyPrefix: string,
): Pick<Snapshot, 'headline' | 'bylines'> {
  const bylines = notes?.byline?.map((nameAsWritten, index): SnapshotByline => ({
    _key: `${keyPrefix}-m${index + 1}`,
    _type: 'byline',
    role: 'by',
    nameAsWritten,
  }))
  return {
    ...(notes?.headline !== undefined && {headline: notes.headline}),
    ...(bylines !== undefined && bylines.length > 0 && {bylines}),
  }
}
