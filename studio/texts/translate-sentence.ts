import {readFrom} from '../../schemas/sentence.ts'
import {sentencesEn} from './sentences.en.ts'

const read = readFrom(sentencesEn)

/** Gives the sentence of a key in another language; `english` is what it is there. */
type Say = (key: string, values: Readonly<Record<string, string>>, english: string) => string

/**
 * A sentence of the rules or of the reader of copy in another language: they come in English, from a rule or as a record keeps them. What
 * stands in a place of a sentence may be a sentence itself. Anything else stays as it is.
 */
export function translateSentence(english: string, say: Say): string {
  const found = read(english)
  if (!found) return english
  const values = Object.entries(found.values).map(([name, value]) => [
    name,
    translateSentence(value, say),
  ])
  return say(found.key, Object.fromEntries(values), english)
}
