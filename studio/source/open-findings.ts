import {
  fieldOf,
  itemsOf,
  numberOf,
  referenceOf,
  stringsOf,
  textOf,
} from '../../schemas/rules/narrow.ts'

/** A doubt of the reader of copy that no editor has settled yet. */
export interface OpenFinding {
  readonly key: string
  readonly code: string
  readonly message: string
  readonly alternatives: readonly string[]
  /** Half-open, in UTF-16 code units of the received text */
  readonly start: number
  readonly end: number
  /** The other story that the text seems to be a version of */
  readonly articleId?: string | undefined
}

/** The open findings of an `articleRecord`, in the order of the text. */
export function openFindings(record: unknown): readonly OpenFinding[] {
  return itemsOf(record, 'findings')
    .filter((finding) => textOf(finding, 'state') === 'open')
    .map((finding) => ({
      key: textOf(finding, '_key'),
      code: textOf(finding, 'code'),
      message: textOf(finding, 'message'),
      alternatives: stringsOf(finding, 'alternatives'),
      start: numberOf(fieldOf(finding, 'where'), 'start') ?? 0,
      end: numberOf(fieldOf(finding, 'where'), 'end') ?? 0,
      articleId: referenceOf(finding, 'article') || undefined,
    }))
    .toSorted((one, other) => one.start - other.start)
}

/** The state of one finding of an `articleRecord`; `''` where there is no such finding. */
export function findingStateIn(record: unknown, key: string): string {
  return textOf(
    itemsOf(record, 'findings').find((finding) => textOf(finding, '_key') === key),
    'state',
  )
}
