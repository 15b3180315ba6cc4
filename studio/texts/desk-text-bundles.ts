import type {LocaleResourceBundle} from 'sanity'

import {deskTextsEn} from './desk-texts.en.ts'
import {sentencesEn} from './sentences.en.ts'
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

/** The desk's own words and sentences in each language that there are files for. */
export const deskTextBundles: readonly LocaleResourceBundle[] = [
  {locale: 'en-US', namespace: DESK_TEXTS, resources: deskTextsEn},
  {locale: 'en-US', namespace: SENTENCES, resources: sentencesEn},
]
