import {choiceTitle} from '../../schemas/choice-title.ts'
import {fill, readFrom} from '../../schemas/sentence.ts'
import type {Language} from './language.ts'
import {studioLanguage} from './studio-language.ts'

/** A title, a description, a choice or a reason in the language of the newsroom; what it has no words for is English. */
export const newsroomText = newsroomTextFrom(studioLanguage.newsroom)

/** The words for a stored value of an options list, in the language of the newsroom. */
export function choiceText(choices: Parameters<typeof choiceTitle>[0], value: unknown): string {
  return newsroomText(choiceTitle(choices, value))
}

/** Makes the function that says an English text as a language has it. */
export function newsroomTextFrom(texts: Language['newsroom']): (english: string) => string {
  const withPlaces = Object.keys(texts).filter((english) => english.includes('{{'))
  const read = readFrom(Object.fromEntries(withPlaces.map((english) => [english, english])))
  return function say(english: string): string {
    const whole = texts[english]
    if (whole !== undefined) return whole
    const found = read(english)
    if (!found) return english
    const {reason, ...words} = found.values
    const values = reason === undefined ? words : {...words, reason: say(reason)}
    return fill(texts[found.key] ?? english, values)
  }
}
