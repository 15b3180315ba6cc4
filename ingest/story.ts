/**
 * What a text says, read and sorted: the `story` that `wiredesk parse` prints.
 * Absent means `null` or `[]`: nothing here is guessed.
 */
export interface Story {
  readonly headline: string | null
  readonly standfirst: string | null
  readonly keyPoints: readonly string[]
  readonly bylines: readonly StoryByline[]
  readonly dateline: StoryDateline | null
  readonly wireCredits: readonly StoryWireCredit[]
  readonly contributors: readonly StoryContributor[]
  readonly body: readonly StoryBlock[]
  /** Text of a correction, refile or clarification note, as printed */
  readonly correction: string | null
  readonly slugline: string | null
  /** `UPDATE 1-`, `(LEAD)`, `1st Ld-Writethru`: the version as the agency printed it */
  readonly versionMark: string | null
  /** Embargo wording as received; understanding it is not the reader's job alone */
  readonly embargo: string | null
  /** "The writer is professor at …" */
  readonly authorNote: string | null
  /** Desk initials at the end, such as `hh/ph/ts` */
  readonly signOff: string | null
  readonly copyrightNotice: string | null
  /** The date or time stamp as printed */
  readonly sourceDate: string | null
  readonly captions: readonly string[]
  readonly removed: readonly Removal[]
}

/** One name of a byline; `role` is the printed job title. */
export interface StoryByline {
  readonly name: string
  readonly role: string | null
  readonly organisation?: string
  readonly email?: string
}

/** `text` is the whole dateline as printed; `date` and `agency` only when printed in it. */
export interface StoryDateline {
  readonly text: string
  readonly place: string | null
  readonly date?: string
  readonly agency?: string
}

export type CreditRelation = 'sole' | 'combined' | 'withInputsFrom' | 'via' | 'distributedBy'
export type CreditPosition = 'end' | 'dateline' | 'ownLine' | 'parenthesis'

/** `source` is the registry's name of the agency when it is known, else the printed name. */
export interface StoryWireCredit {
  readonly source: string
  readonly relation: CreditRelation
  readonly verbatim: string
  readonly position: CreditPosition
}

export type ContributorRole =
  | 'reporting'
  | 'additionalReporting'
  | 'writing'
  | 'editing'
  | 'contributed'

export interface StoryContributor {
  readonly name: string
  readonly role: ContributorRole
  readonly place?: string
}

/** A paragraph or cross-head of the body. */
export interface StoryBlock {
  readonly style: 'normal' | 'crossHead'
  readonly text: string
  /** Half-open, in UTF-16 code units of `text` */
  readonly marks?: readonly StoryMark[]
}

export interface StoryMark {
  readonly type: 'leadIn'
  readonly start: number
  readonly end: number
}

/** A stretch taken out of the copy: what, by which rule (`id@version`) and why. */
export interface Removal {
  readonly text: string
  readonly rule: string
  readonly reason: string
}
