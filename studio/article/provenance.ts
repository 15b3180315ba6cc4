import {blockText} from '../../schemas/portable-text.ts'
import {type Fields, fieldOf, isFields, itemsOf, textOf} from '../../schemas/rules/narrow.ts'

/** Where the content of a field comes from. */
export type Provenance =
  /** As the copy said it */
  | 'fromSource'
  /** The copy said something else */
  | 'edited'
  /** Written here; the copy said nothing */
  | 'typed'
  /** Made from another field */
  | 'derived'
  /** The copy said nothing and nobody has written anything */
  | 'notInSource'

type Compare = (now: unknown, received: unknown) => boolean

/** Fields with one value that an import can fill, and whether two of their values print the same. */
const values: Readonly<Record<string, Compare>> = {
  headline: isSameText,
  standfirst: isSameText,
  dateline: isSame('text'),
  slugline: isSameText,
  authorNote: isSameText,
  copyrightNotice: isSameText,
  embargo: (now, received) => textOf(now, 'textAsReceived') === received,
}

/** Fields with several, item by item. */
const lists: Readonly<Record<string, Compare>> = {
  keyPoints: isSame('text'),
  bylines: isSameByline,
  wireCredits: (now, received) =>
    isSame('verbatim')(now, received) && isSame('relation')(now, received),
  body: (now, received) => blockText(now) === blockText(received),
  corrections: isSame('text'),
}

/** What an article's field is called in the parsed copy, where that is another word. */
const otherNames: Readonly<Record<string, string>> = {embargo: 'embargoText'}

export function showsProvenance(field: string): boolean {
  return field in values || field in lists
}

/**
 * Tells where a field's content comes from. Computed from the parsed text and the field, never stored.
 *
 * @param field - A field for which `showsProvenance` holds
 * @param value - What the article has there now
 * @param snapshot - The fields as parsed, from the article's source, and what its notes say beside them
 */
export function provenanceOf(field: string, value: unknown, snapshot: Fields): Provenance {
  const received = receivedIn(field, snapshot)
  if (isBlank(received)) return isBlank(value) ? 'notInSource' : 'typed'
  if (lists[field]) {
    const {kept, now, before} = keptItems(field, value, snapshot)
    return kept === now && kept === before ? 'fromSource' : 'edited'
  }
  return values[field]?.(value, received) ? 'fromSource' : 'edited'
}

/** How many items of a list are as received: `kept` of the `now` that are there and of the `before` that came in. */
export function keptItems(
  field: string,
  value: unknown,
  snapshot: Fields,
): {readonly kept: number; readonly now: number; readonly before: number} {
  const entries = itemsOf({value}, 'value')
  const received = itemsOf({received: receivedIn(field, snapshot)}, 'received')
  const isSameItem = lists[field] ?? (() => false)
  const kept = entries.filter((entry, index) => isSameItem(entry, received[index])).length
  return {kept, now: entries.length, before: received.length}
}

/** Whether a slug is what a headline's words make, all of them or the first. */
export function isDerivedSlug(slug: string, headline: string): boolean {
  const plain = headline
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’]/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]{1,100}/gu, '-')
    .replaceAll(/^-|-$/gu, '')
  return slug !== '' && `${plain}-`.startsWith(`${slug}-`)
}

function receivedIn(field: string, snapshot: Fields): unknown {
  if (field === 'corrections') {
    const text = textOf(snapshot, 'correctionText')
    return text === '' ? undefined : [{text}]
  }
  return fieldOf(snapshot, otherNames[field] ?? field)
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return !isFields(value) || (textOf(value, 'text') === '' && value['active'] !== true)
}

function isSameText(now: unknown, received: unknown): boolean {
  return typeof now === 'string' && typeof received === 'string' && now.trim() === received.trim()
}

function isSame(part: string): Compare {
  return (now, received) => textOf(now, part) === textOf(received, part)
}

/** A linked contributor stands for the name that was received: linking is not editing. */
function isSameByline(now: unknown, received: unknown): boolean {
  const name = textOf(now, 'nameAsWritten')
  const isLinked = isFields(fieldOf(now, 'contributor'))
  return (
    (name === textOf(received, 'nameAsWritten') || (name === '' && isLinked)) &&
    isSame('role')(now, received) &&
    isSame('jobTitle')(now, received)
  )
}
