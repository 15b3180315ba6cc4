import {isFields, itemsOf, textOf} from './rules/narrow.ts'

/** A text block of a body: paragraph, cross-head, quote or list item. */
export interface Paragraph {
  /** `_key` of the block; `''` when it has none */
  readonly key: string
  readonly style: string
  readonly text: string
}

/** The text of a Portable Text block: its spans, joined. `''` for anything that is no block. */
export function blockText(block: unknown): string {
  return itemsOf(block, 'children')
    .map(({text}) => (typeof text === 'string' ? text : ''))
    .join('')
}

/** The text blocks of a body in order; pictures, tables and other blocks are left out. */
export function bodyParagraphs(body: unknown): readonly Paragraph[] {
  if (!Array.isArray(body)) return []
  return body
    .filter(isFields)
    .filter(({_type}) => _type === 'block')
    .map((block) => ({
      key: textOf(block, '_key'),
      style: textOf(block, 'style') || 'normal',
      text: blockText(block),
    }))
}

/** The whole text of a body, a line for each paragraph. */
export function bodyText(body: unknown): string {
  return bodyParagraphs(body)
    .map(({text}) => text)
    .join('\n')
}
