import type {LocaleResourceBundle} from 'sanity'

import {deskTextsEn} from './desk-texts.en.ts'
import {structureTextsEn, studioTextsEn} from './studio-texts.en.ts'

/** The name under which Sanity keeps the desk's own words. */
export const DESK_TEXTS = 'wiredesk'

/** Sanity's words that the desk says otherwise. */
export const studioTextBundles: readonly LocaleResourceBundle[] = [
  {locale: 'en-US', namespace: 'studio', resources: studioTextsEn},
  {locale: 'en-US', namespace: 'structure', resources: structureTextsEn},
]

/** The desk's own words in each language that there is a file for. */
export const deskTextBundles: readonly LocaleResourceBundle[] = [
  {locale: 'en-US', namespace: DESK_TEXTS, resources: deskTextsEn},
]
