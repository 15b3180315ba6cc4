import {type Fields, fieldOf, isFields, itemsOf, textOf} from '../../schemas/rules/narrow.ts'

/** Where the content of a field comes from. */
export type Provenance =
  /** As the copy said it */
  | 'fromSource'
  /** The copy said something else */
  | 'edited'
  /** Written here; the copy said nothing */
  | 'typed'
  /** The copy said nothing and nobody has written anything */
  | 'notInSource'

/** The fields that show where they come from, and whether two of their values print the same. */
const comparisons: Readonly<Record<string, (now: unknown, received: unknown) => boolean>> = {
  headline: isSameText,
  standfirst: isSameText,
  bylines: isSameByline,
  dateline: (now, received) => textOf(now, 'text') === textOf(received, 'text'),
}

export function showsProvenance(field: string): boolean {
  return field in comparisons
}

/**
 * Tells where a field's content comes from. Computed from the parsed text and the field, never stored.
 *
 * @param field - A field for which `showsProvenance` holds
 * @param value - What the article has there now
 * @param snapshot - The fields as parsed, from the article's source
 */
export function provenanceOf(field: string, value: unknown, snapshot: Fields): Provenance {
  const received = fieldOf(snapshot, field)
  if (isBlank(received)) return isBlank(value) ? 'notInSource' : 'typed'
  return comparisons[field]?.(value, received) ? 'fromSource' : 'edited'
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return !isFields(value) || textOf(value, 'text') === ''
}

function isSameText(now: unknown, received: unknown): boolean {
  return typeof now === 'string' && typeof received === 'string' && now.trim() === received.trim()
}

/** A linked contributor stands for the name that was received: linking is not editing. */
function isSameByline(now: unknown, received: unknown): boolean {
  const [entries, receivedEntries] = [itemsOf({now}, 'now'), itemsOf({received}, 'received')]
  return (
    entries.length === receivedEntries.length &&
    entries.every((entry, index) => {
      const other = receivedEntries[index]
      const name = textOf(entry, 'nameAsWritten')
      const isLinked = isFields(fieldOf(entry, 'contributor'))
      return (
        (name === textOf(other, 'nameAsWritten') || (name === '' && isLinked)) &&
        textOf(entry, 'role') === textOf(other, 'role') &&
        textOf(entry, 'jobTitle') === textOf(other, 'jobTitle')
      )
    })
  )
}
