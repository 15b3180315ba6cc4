import type {BylineRole} from './reading.ts'
import type {CreditPosition, CreditRelation} from './story.ts'

/** A pointer to a document, as the lake stores it. */
export interface DocumentReference {
  readonly _type: 'reference'
  readonly _ref: string
}

export interface SnapshotKeyPoint {
  readonly _key: string
  readonly _type: 'keyPoint'
  readonly text: string
}

export interface SnapshotByline {
  readonly _key: string
  readonly _type: 'byline'
  readonly role: BylineRole
  readonly nameAsWritten?: string
  readonly jobTitle?: string
  readonly locationText?: string
  readonly affiliationText?: string
}

export interface SnapshotWireCredit {
  readonly _key: string
  readonly _type: 'wireCredit'
  readonly source?: DocumentReference
  readonly nameAsWritten?: string
  readonly relation: CreditRelation
  readonly verbatim: string
  readonly position: CreditPosition
}

export interface SnapshotDateline {
  readonly _type: 'dateline'
  readonly text: string
  readonly place?: string
  readonly date?: string
  readonly wireSource?: DocumentReference
}

export interface SnapshotSpan {
  readonly _key: string
  readonly _type: 'span'
  readonly text: string
  readonly marks: readonly string[]
}

export interface SnapshotBlock {
  readonly _key: string
  readonly _type: 'block'
  readonly style: 'normal' | 'crossHead'
  readonly markDefs: readonly never[]
  readonly children: readonly SnapshotSpan[]
}

export interface SnapshotCaption {
  readonly _key: string
  readonly text: string
}

/**
 * The fields as parsed, in the names and shapes of an `article`, and those that live elsewhere (`signOff` and the rest).
 * A field the source does not have is absent. Every text in it is borne out by the ledger.
 */
export interface Snapshot {
  readonly headline?: string
  readonly standfirst?: string
  readonly keyPoints?: readonly SnapshotKeyPoint[]
  readonly bylines?: readonly SnapshotByline[]
  readonly wireCredits?: readonly SnapshotWireCredit[]
  readonly dateline?: SnapshotDateline
  readonly body: readonly SnapshotBlock[]
  readonly slugline?: string
  readonly authorNote?: string
  readonly copyrightNotice?: string
  readonly signOff?: string
  readonly sourceDate?: string
  readonly versionMark?: string
  readonly correctionText?: string
  readonly embargoText?: string
  readonly captions?: readonly SnapshotCaption[]
}
