import {isFields} from '../../schemas/rules/narrow.ts'

/**
 * The title of a field in sentence case, as the rest of the desk is written. Sanity would derive "Author Note".
 *
 * @param name - In camel case
 *
 * @example
 * sentenceTitle('authorNote') // 'Author note'
 * sentenceTitle('sourceUrl') // 'Source URL'
 */
export function sentenceTitle(name: string): string {
  const words = name
    .split(/(?=\p{Lu})/u)
    .map((word) => word.toLowerCase())
    .map((word) => (initials.has(word) ? word.toUpperCase() : word))
    .join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const initials: ReadonlySet<string> = new Set(['id', 'url'])

/** A type with a title in sentence case for itself and for each of its fields and groups that has none. */
export function withSentenceTitles<Definition extends object>(definition: Definition): Definition {
  const hasTitle = 'title' in definition && definition.title !== undefined
  return {
    ...definition,
    ...('name' in definition && typeof definition.name === 'string' && !hasTitle
      ? {title: sentenceTitle(definition.name)}
      : {}),
    ...('fields' in definition ? {fields: titledItems(definition.fields)} : {}),
    ...('of' in definition ? {of: titledItems(definition.of)} : {}),
    ...('groups' in definition ? {groups: titledItems(definition.groups)} : {}),
  }
}

function titledItems(items: unknown): unknown {
  return Array.isArray(items)
    ? items.map((item: unknown) => (isFields(item) ? withSentenceTitles(item) : item))
    : items
}
