import {readFrom} from '../../schemas/sentence.ts'
import {sentencesEn} from './sentences.en.ts'
import {translateTime} from './translate-time.ts'

const read = readFrom(sentencesEn)

/** Another language. */
interface Language {
  /** Gives the sentence of a key; `english` is what it is there */
  readonly say: (key: string, values: Readonly<Record<string, string>>, english: string) => string
  /** BCP 47, for times */
  readonly locale: string
}

/**
 * A sentence of the rules or of the reader of copy in another language: they come in English, from a rule or as a record keeps them. What
 * stands in a place of a sentence may be a time or a sentence itself. Anything else stays as it is.
 */
export function translateSentence(english: string, language: Language): string {
  const found = read(english)
  if (!found) return translateTime(english, language.locale)
  const values = Object.entries(found.values).map(([name, value]) => [
    name,
    translateSentence(value, language),
  ])
  return language.say(found.key, Object.fromEntries(values), english)
}
