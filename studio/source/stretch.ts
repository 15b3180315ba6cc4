/** Where a stretch of the received text went, for the eye: each has its colour and its word (`destination.…` in the desk's texts). */
export const destinations = [
  'headline',
  'standfirst',
  'keyPoint',
  'byline',
  'dateline',
  'body',
  'credit',
  'other',
  'unresolved',
  'removed',
] as const

export type Destination = (typeof destinations)[number]

/** What a stretch is called: `stretch.…` in the desk's texts. */
export type StretchName =
  | 'headline'
  | 'standfirst'
  | 'keyPoint'
  | 'byline'
  | 'jobTitle'
  | 'locationText'
  | 'affiliationText'
  | 'dateline'
  | 'credit'
  | 'paragraph'
  | 'crossHead'
  | 'kicker'
  | 'slugline'
  | 'authorNote'
  | 'copyrightNotice'
  | 'signOff'
  | 'sourceDate'
  | 'versionMark'
  | 'correctionText'
  | 'embargoText'
  | 'captions'
  | 'elsewhere'
  | 'removed'
  | 'unresolved'
  | 'put-back'

/** A run of the received text with one fate. */
export interface Stretch {
  readonly type: 'stretch'
  /** Half-open, in UTF-16 code units of the received text */
  readonly start: number
  readonly end: number
  /** As received */
  readonly text: string
  readonly destination: Destination
  readonly name: StretchName
  /** Which of several, counted from 1: `Paragraph 3` */
  readonly number?: number
  /** The field it went to, such as `keyPoints[_key=="3f2a-k1"].text`; `undefined` where it is in no field of the article */
  readonly path: string | undefined
  /** Why, for an editor */
  readonly reason: string
  /** `id@version` */
  readonly rule: string
  /** What an open finding says about it */
  readonly doubts: readonly string[]
}

/** White space and marks between the stretches. */
export interface Gap {
  readonly type: 'gap'
  readonly start: number
  readonly text: string
}
