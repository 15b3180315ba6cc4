import {HEADLINE_LIMIT} from '../../schemas/rules/headline.ts'
import {KEY_POINT_LIMIT} from '../../schemas/rules/key-points.ts'
import {numberOf} from '../../schemas/rules/narrow.ts'
import {wordCount} from '../../schemas/rules/words.ts'

/** A text above the story that is measured. */
export type MeasuredHead = 'headline' | 'headlineShort' | 'standfirst' | 'keyPoint'

/** How long a text is, and may be. */
export interface HeadLength {
  readonly count: number
  readonly limit: number
  readonly unit: 'characters' | 'words'
}

/** Limits that the desk asks where no publication sets its own, and the publication's field. */
const limits = {
  headline: ['headlineLimit', HEADLINE_LIMIT, 'characters'],
  headlineShort: ['headlineShortLimit', 60, 'characters'],
  standfirst: ['standfirstLimit', 250, 'characters'],
  keyPoint: ['keyPointLimit', KEY_POINT_LIMIT, 'words'],
} as const

/** Measures a text as a reader counts it: what looks like one character is one. */
export function headLength(head: MeasuredHead, text: string, publication: unknown): HeadLength {
  const [field, usual, unit] = limits[head]
  const count = unit === 'words' ? wordCount(text) : [...new Intl.Segmenter().segment(text)].length
  return {count, limit: numberOf(publication, field) ?? usual, unit}
}
