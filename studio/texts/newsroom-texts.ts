import {choiceTitle} from '../../schemas/choice-title.ts'

/**
 * What types, fields, groups and choices are called in the language of the newsroom, and why a stretch of copy was taken out, by their English: `{'Headline': 'Titel'}`. For the schema Sanity
 * has no keys, and the reasons stand in what was received: all editors of a Studio read the same words, and what is not here is English.
 */
const newsroomTexts: Readonly<Record<string, string>> = {}

/** A title, a description, a choice or a reason in the language of the newsroom. */
export function newsroomText(english: string): string {
  return newsroomTexts[english] ?? english
}

/** The words for a stored value of an options list, in the language of the newsroom. */
export function choiceText(choices: Parameters<typeof choiceTitle>[0], value: unknown): string {
  return newsroomText(choiceTitle(choices, value))
}
