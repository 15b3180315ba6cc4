/** A desk section that every title starts with. */
export interface Section {
  /** Part of the document's id: `section-<code>` */
  readonly code: string
  readonly name: string
}

export const SECTIONS: readonly Section[] = [
  {code: 'news', name: 'News'},
  {code: 'world', name: 'World'},
  {code: 'business', name: 'Business'},
  {code: 'opinion', name: 'Opinion'},
  {code: 'sport', name: 'Sport'},
  {code: 'life', name: 'Life'},
]
