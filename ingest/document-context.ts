import type {CopyNotes} from './copy-notes.ts'
import type {DecodedCopy} from './decode-copy.ts'
import type {Publication} from './publications/publication.ts'

/** What the copy cannot know: identities, hashes, the clock. Passed in, so that the same copy gives the same documents. */
export interface DocumentContext {
  /** `source.<hash>` */
  readonly sourceId: string
  /** `article-<hash>`, without `drafts.` */
  readonly articleId: string
  /** ISO 8601 instant */
  readonly receivedAt: string
  /** Of the bytes, in hex */
  readonly sha256: string
  /** Of the normalised text, in hex */
  readonly textSha256: string
  readonly encoding: DecodedCopy['encoding']
  readonly repairs: DecodedCopy['repairs']
  readonly fileName?: string
  readonly publication?: Publication
  readonly parserVersion: string
  /** What came with the text; it fills what the text does not say */
  readonly notes?: CopyNotes
  /** `source.<hash>` of the version before this one */
  readonly previousSourceId?: string
  /** Set when the text is stored already and has come again with other notes */
  readonly again?: {
    /** `source.<hash>` as which it came first */
    readonly sameTextAs: string
    /** 2 for the first time that it came again */
    readonly reception: number
  }
  /** Ids of contributors by the exact form in which copy names them */
  readonly contributorsByAlias?: ReadonlyMap<string, string>
}
