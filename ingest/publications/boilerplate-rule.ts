/** One house promo or furniture line to take out. */
export interface BoilerplateRule {
  /** Part of the document's id: `rule.<name>` */
  readonly name: string
  /** Goes up with every change of the pattern; a ledger names the rule as `name@version` */
  readonly version: number
  /** The release of the built-in data that it came with, counted from 1; absent: the first */
  readonly since?: number
  /** Code of the publication it belongs to; absent: all */
  readonly publication?: string
  /**
   * A regular expression (flag `u`) that must match the whole line, sentence or paragraph. Slots: `{paper}` a title's name,
   * `{messenger}` a messaging or social service. A named group `link` that does not take part means that the link text is lost.
   */
  readonly pattern: string
  readonly scope: 'line' | 'sentence' | 'paragraph'
  /** `head`: before the story; `tail`: after it; `any`: also between paragraphs */
  readonly where: 'head' | 'tail' | 'any'
  readonly class:
    | 'promo'
    | 'newsletter'
    | 'relatedLink'
    | 'social'
    | 'copyright'
    | 'timeStamp'
    | 'captionFurniture'
    | 'advert'
  /** What an editor reads beside the removed text */
  readonly reason: string
  readonly positive: string
  /** Looks like it and is part of a story */
  readonly nearMiss: string
}
