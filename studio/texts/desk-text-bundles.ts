import type {LocaleResourceBundle} from 'sanity'

import {english} from './english.ts'
import {studioLanguage} from './studio-language.ts'
import {structureTextsEn, studioTextsEn} from './studio-texts.en.ts'

/** The name under which Sanity keeps the desk's own words. */
export const DESK_TEXTS = 'wiredesk'

/** The name under which Sanity keeps the sentences of the rules and of the reader of copy. */
export const SENTENCES = 'wiredesk-sentences'

/** Sanity's words that the desk says otherwise. */
export const studioTextBundles: readonly LocaleResourceBundle[] = [
  {locale: 'en-US', namespace: 'studio', resources: studioTextsEn},
  {locale: 'en-US', namespace: 'structure', resources: structureTextsEn},
]

/** The desk's own words and sentences in the language of the Studio, and in English, which Sanity falls back to. */
export const deskTextBundles: readonly LocaleResourceBundle[] = [
  ...new Set([english, studioLanguage]),
].flatMap(({id, texts, sentences}) => [
  {locale: id, namespace: DESK_TEXTS, resources: texts},
  {locale: id, namespace: SENTENCES, resources: sentences},
])
