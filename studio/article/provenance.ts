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

/** The fields that show where they come from, and how two of their values are told apart. */
const printed: Readonly<Record<string, (value: unknown) => string>> = {
  headline: printedText,
  standfirst: printedText,
  bylines: (value) => itemsOf({value}, 'value').map(printedByline).join('\n'),
  dateline: (value) => textOf(value, 'text'),
}

export function showsProvenance(field: string): boolean {
  return field in printed
}

/**
 * Tells where a field's content comes from. Computed from the parsed text and the field, never stored.
 *
 * @param field - A field for which `showsProvenance` holds
 * @param value - What the article has there now
 * @param snapshot - The fields as parsed, from the article's source
 */
export function provenanceOf(field: string, value: unknown, snapshot: Fields): Provenance {
  const print = printed[field] ?? printedText
  const now = print(value)
  const received = print(fieldOf(snapshot, field))
  if (received === '') return now === '' ? 'notInSource' : 'typed'
  return now === received ? 'fromSource' : 'edited'
}

function printedText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

/**
 * A linked contributor counts as the name it was linked for: linking is not editing. The importer keeps the name beside the link.
 */
function printedByline(byline: Fields): string {
  const link = fieldOf(byline, 'contributor')
  const name = textOf(byline, 'nameAsWritten') || (isFields(link) ? textOf(link, '_ref') : '')
  return [name, textOf(byline, 'role'), textOf(byline, 'jobTitle')].join('|')
}
