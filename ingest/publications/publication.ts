/** A title of the house, or one that copy is imported from. */
export interface Publication {
  /** Part of the document's id, in lower case: `publication-<code>` */
  readonly code: string
  readonly name: string
  /** Other names the paper calls itself by */
  readonly aliases: readonly string[]
  /** IANA name */
  readonly timeZone: string
  /** BCP 47 */
  readonly language: string
  /** Characters; a longer headline is warned about */
  readonly headlineLimit: number
  /** Words; a longer key point is warned about */
  readonly keyPointLimit: number
  /** `capitals`: the paper prints the first words of a story in capitals; `plain`: capitals there are the story's own */
  readonly leadInPolicy: 'capitals' | 'plain'
  /** How the paper prints the credit of wire copy at the end */
  readonly endCreditPolicy: 'capitals' | 'parentheses' | 'names' | 'none'
}
