/** A value of a document, of whatever shape an editor left it in. */
export type Fields = Readonly<Record<string, unknown>>

/** An element of a list that a merge can tell from the others. */
export type Item = Fields & {readonly _key: string}

/**
 * What a value says, as one comparable text: keys do not count, nor the order of properties, nor how a paragraph is cut into
 * spans. An annotation counts by what it is, not by the key that ties it to its words.
 *
 * @example
 * contentOf({_key: 'a', text: 'Ferry'}) === contentOf({text: 'Ferry', _key: 'b'})
 */
export function contentOf(value: unknown): string {
  return JSON.stringify(plain(value)) ?? ''
}

export function isSame(a: unknown, b: unknown): boolean {
  return contentOf(a) === contentOf(b)
}

/** The words of a value, in order, small letters: what likeness is measured on. */
export function wordsOf(value: unknown): readonly string[] {
  const texts: string[] = []
  collectTexts(value, texts)
  return (
    texts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The items of a list; what has no key cannot be told from its neighbours and is left where it is. */
export function itemsOf(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value.filter(isItem) : []
}

function isItem(value: unknown): value is Item {
  return isFields(value) && typeof value['_key'] === 'string'
}

/** Neighbouring spans with equal marks are one; what a mark's key points to stands in its place. */
export interface PlainSpan {
  readonly text: string
  readonly marks: readonly string[]
}

export function spansOf(block: Fields): readonly PlainSpan[] {
  const definitions = new Map(
    itemsOf(block['markDefs']).map((definition) => [definition._key, contentOf(definition)]),
  )
  const spans: PlainSpan[] = []
  for (const {marks, text} of listOf(block['children']).filter(isFields)) {
    const resolved = listOf(marks)
      .filter((mark) => typeof mark === 'string')
      .map((mark) => definitions.get(mark) ?? mark)
      .toSorted()
    const previous = spans.at(-1)
    if (typeof text !== 'string' || text === '') continue
    if (previous !== undefined && isSame(previous.marks, resolved)) {
      spans[spans.length - 1] = {text: previous.text + text, marks: resolved}
    } else spans.push({text, marks: resolved})
  }
  return spans
}

/** A paragraph of text, and nothing in it but text. */
export function isTextBlock(value: Fields): boolean {
  return (
    value['_type'] === 'block' &&
    listOf(value['children']).every((child) => isFields(child) && typeof child['text'] === 'string')
  )
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isFields(value)) return value
  if (isTextBlock(value)) {
    const {_key, children: _children, markDefs: _definitions, style, ...rest} = value
    return {...sorted(rest), style: style ?? 'normal', spans: spansOf(value)}
  }
  return sorted(value)
}

function sorted(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => name !== '_key' && value !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, plain(value)]),
  )
}

function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else if (Array.isArray(value)) for (const item of value) collectTexts(item, texts)
  else if (isFields(value)) {
    if (isTextBlock(value)) texts.push(...spansOf(value).map(({text}) => text))
    else {
      for (const [name, property] of Object.entries(value)) {
        if (name === '_ref' || !name.startsWith('_')) collectTexts(property, texts)
      }
    }
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
