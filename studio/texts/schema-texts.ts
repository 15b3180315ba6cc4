import {choiceTitle} from '../../schemas/choice-title.ts'

/**
 * What types, fields, groups and choices are called in the language of the newsroom, by their English: `{'Headline': 'Titel'}`. Sanity has no keys for these, so all
 * editors of a Studio read the same words; what is not here is English.
 */
const schemaTexts: Readonly<Record<string, string>> = {}

/** A title, a description or a choice of the schema, in the language of the newsroom. */
export function schemaText(english: string): string {
  return schemaTexts[english] ?? english
}

/** The words for a stored value of an options list, in the language of the newsroom. */
export function choiceText(choices: Parameters<typeof choiceTitle>[0], value: unknown): string {
  return schemaText(choiceTitle(choices, value))
}
