import type {PreviewWords} from '../../schemas/preview-words.ts'
import {type Fields, isFields} from '../../schemas/rules/narrow.ts'

/** Where other definitions stand in a definition. */
const PARTS = new Set([
  'annotations',
  'decorators',
  'fields',
  'fieldsets',
  'groups',
  'lists',
  'marks',
  'of',
  'options',
  'orderings',
  'styles',
])

/** What an editor reads. */
const WORDS = new Set(['title', 'description'])

/** A definition of the schema with each title, description, choice and preview as `words` say it; names and values stay. */
export function withTexts<Definition extends object>(
  definition: Definition,
  words: PreviewWords,
): Definition {
  const said = Object.entries(definition).flatMap(([name, value]: [string, unknown]) => {
    if (WORDS.has(name) && typeof value === 'string') return [[name, words.say(value)]]
    if (name === 'list' && Array.isArray(value))
      return [[name, value.map((one) => choice(one, words))]]
    if (name === 'preview' && isFields(value)) return [[name, previewWith(value, words)]]
    return PARTS.has(name) ? [[name, partWithTexts(value, words)]] : []
  })
  return {...definition, ...Object.fromEntries(said)}
}

function partWithTexts(part: unknown, words: PreviewWords): unknown {
  if (Array.isArray(part)) return part.map((item: unknown) => partWithTexts(item, words))
  return isFields(part) ? withTexts(part, words) : part
}

function previewWith(preview: Fields, words: PreviewWords): Fields {
  const {prepare} = preview
  if (typeof prepare !== 'function') return preview
  return {
    ...preview,
    prepare: (selection: unknown, options: unknown): unknown => prepare(selection, options, words),
  }
}

/** A choice that is its own title gets another one beside it. */
function choice(value: unknown, words: PreviewWords): unknown {
  if (typeof value !== 'string') return partWithTexts(value, words)
  const title = words.say(value)
  return title === value ? value : {title, value}
}
