/** Where a stretch of the received text went, for the eye: each has its colour and its word. */
export const destinations = {
  headline: 'Headline',
  standfirst: 'Standfirst',
  keyPoint: 'Key point',
  byline: 'Byline',
  dateline: 'Dateline',
  credit: 'Wire credit',
  body: 'Body',
  other: 'Other field',
  removed: 'Taken out',
  unresolved: 'In doubt',
} as const

export type Destination = keyof typeof destinations

/** A run of the received text with one fate. */
export interface Stretch {
  readonly type: 'stretch'
  /** Half-open, in UTF-16 code units of the received text */
  readonly start: number
  readonly end: number
  /** As received */
  readonly text: string
  readonly destination: Destination
  /** `Paragraph 3`, `Key point 1`, `Taken out` */
  readonly label: string
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
