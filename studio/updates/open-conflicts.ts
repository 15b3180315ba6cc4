import {blockText} from '../../schemas/portable-text.ts'
import {fieldOf, isFields, itemsOf, textOf} from '../../schemas/rules/narrow.ts'

/** A field that both an editor and a new version of the copy changed, and on which nobody has decided. */
export interface OpenConflict {
  readonly key: string
  /** Path in the article */
  readonly field: string
  /** Values of the field; `undefined`: it was not there, or was taken out */
  readonly base: unknown
  readonly theirs: unknown
  readonly ours: unknown
}

/** The open conflicts of an `articleRecord`, in its order. */
export function openConflicts(record: unknown): readonly OpenConflict[] {
  return itemsOf(record, 'conflicts')
    .filter((conflict) => textOf(conflict, 'state') === 'open')
    .map((conflict) => ({
      key: textOf(conflict, '_key'),
      field: textOf(conflict, 'field'),
      base: valueOf(conflict, 'base'),
      theirs: valueOf(conflict, 'theirs'),
      ours: valueOf(conflict, 'ours'),
    }))
}

function valueOf(conflict: unknown, name: string): unknown {
  const json = fieldOf(conflict, name)
  if (typeof json !== 'string') return undefined
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

/** The words of a field's value, for the eye: a paragraph is its text, a list a line for each item. `''` for what is not there. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueText).join('\n')
  if (!isFields(value)) return value === undefined || value === null ? '' : JSON.stringify(value)
  if (Array.isArray(value['children'])) return blockText(value)
  const named = ['text', 'nameAsWritten', 'verbatim', 'textAsReceived']
    .map((name) => textOf(value, name))
    .find((text) => text !== '')
  return named ?? JSON.stringify(value)
}
