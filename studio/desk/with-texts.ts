import {isFields} from '../../schemas/rules/narrow.ts'

type Say = (english: string) => string

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

/** A definition of the schema with each title, description and choice as `say` gives it; names and values stay. */
export function withTexts<Definition extends object>(definition: Definition, say: Say): Definition {
  const said = Object.entries(definition).flatMap(([name, value]: [string, unknown]) => {
    if (WORDS.has(name) && typeof value === 'string') return [[name, say(value)]]
    if (name === 'list' && Array.isArray(value))
      return [[name, value.map((one) => choice(one, say))]]
    return PARTS.has(name) ? [[name, partWithTexts(value, say)]] : []
  })
  return {...definition, ...Object.fromEntries(said)}
}

function partWithTexts(part: unknown, say: Say): unknown {
  if (Array.isArray(part)) return part.map((item: unknown) => partWithTexts(item, say))
  return isFields(part) ? withTexts(part, say) : part
}

/** A choice that is its own title gets another one beside it. */
function choice(value: unknown, say: Say): unknown {
  if (typeof value !== 'string') return partWithTexts(value, say)
  const title = say(value)
  return title === value ? value : {title, value}
}
