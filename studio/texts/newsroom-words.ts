import type {PreviewWords} from '../../schemas/preview-words.ts'
import {fill} from '../../schemas/sentence.ts'
import {utcText} from '../../schemas/utc-text.ts'
import {newsroomText} from './newsroom-text.ts'
import {studioLanguage} from './studio-language.ts'
import {timeLocale} from './time-locale.ts'
import {translateSentence} from './translate-sentence.ts'

const locale = timeLocale(studioLanguage.id)
const sentences: Readonly<Record<string, string>> = studioLanguage.sentences

/** The words of the schema in the language of the Studio; they are needed where there is no editor and no hook. */
export const newsroomWords: PreviewWords = {
  say: newsroomText,
  sentence: (english) =>
    translateSentence(english, {
      say: (key, values) => fill(sentences[key] ?? english, values),
      locale,
    }),
  time: (instant) => utcText(instant, locale),
}
