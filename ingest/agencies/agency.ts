/** An agency, paper or other origin of copy, as the reader of copy must know it. */
export interface Agency {
  /** Part of the document's id: `wireSource-<code>` */
  readonly code: string
  /** The release of the built-in data that it came with, counted from 1; absent: the first */
  readonly since?: number
  readonly name: string
  /** Other names as printed. Short capitals (`AP`) count only as written; longer ones in any case */
  readonly aliases: readonly string[]
  readonly kind: 'wire' | 'newspaperService' | 'broadcaster' | 'official' | 'otherPaper'
  /** What the agency's own dateline looks like; each is read by a test */
  readonly datelineForms: readonly string[]
  /** How papers print its credit */
  readonly creditStyle: string
  readonly country?: string
  /** Absent where nobody has one: `Agencies` */
  readonly url?: string
}
