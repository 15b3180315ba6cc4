import type {PluginOptions} from 'sanity'

import type {deskTextsEn} from './desk-texts.en.ts'
import type {sentencesEn} from './sentences.en.ts'

/** All that the Studio says, in one language. */
export interface Language {
  /** BCP 47, as the package of Sanity's own words calls it: `de-DE` */
  readonly id: string
  /** Sanity's own words: what such a package exports, or a plugin with `i18n.locales`. English is built in */
  readonly sanity?: PluginOptions
  /** The desk's; beyond these keys the further forms of a number that the language has: `_few` */
  readonly texts: Words<keyof typeof deskTextsEn>
  /** Of the rules, of the reader of copy and of what the desk refuses */
  readonly sentences: Words<keyof typeof sentencesEn>
  /**
   * By their English: what types, fields, groups and choices are called, what a document without a title is called, why a stretch of copy
   * was taken out. A place in double braces takes what stands there; `{{reason}}` takes another of these texts. What is not here is English.
   */
  readonly newsroom: Readonly<Record<string, string>>
}

type Words<Key extends string> = Readonly<Record<Key, string>> & Readonly<Record<string, string>>
