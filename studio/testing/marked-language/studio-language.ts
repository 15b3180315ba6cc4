import {
  definePlugin,
  type LocaleResourceBundle,
  type LocaleResourceRecord,
  usEnglishLocale,
} from 'sanity'

import {deskTextsEn} from '../../texts/desk-texts.en.ts'
import type {Language} from '../../texts/language.ts'
import {sentencesEn} from '../../texts/sentences.en.ts'
import {mark} from './mark.ts'

/** For times and numbers: without Latin letters, so that no English word passes for one of its own. */
const id = 'ja-JP'

/** Takes the place of the language of the Studio: all that it says is the English, marked; Sanity's own words among it. */
export const studioLanguage: Language = {
  id,
  sanity: definePlugin({
    name: 'marked-language',
    i18n: {
      locales: [{...usEnglishLocale, id, title: 'Marked', bundles: []}],
      bundles: (bundles) => [...bundles, ...bundles.map(markBundle)],
    },
  })(),
  texts: {...deskTextsEn, ...markTexts(deskTextsEn)},
  sentences: {...sentencesEn, ...markTexts(sentencesEn)},
  newsroom: new Proxy(
    {},
    {get: (_texts, english) => (english === '' ? '' : mark(String(english)))},
  ),
}

function markBundle({namespace, resources}: LocaleResourceBundle): LocaleResourceBundle {
  return {
    locale: id,
    namespace,
    resources: async () =>
      markRecord(await (typeof resources === 'function' ? resources() : resources)),
  }
}

/** What is fetched when it is needed is a module, with its texts one level down. */
function markRecord(record: LocaleResourceRecord): LocaleResourceRecord {
  return Object.fromEntries(
    Object.entries(record).map(([key, text]) => [
      key,
      typeof text === 'string' ? mark(text) : Array.isArray(text) ? text : markRecord(text),
    ]),
  )
}

function markTexts(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, mark(text)]))
}
