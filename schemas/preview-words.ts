import {utcText} from './utc-text.ts'

/** How a preview says what it does not take from the document: the third argument of a `prepare`, which the Studio gives in its language. */
export interface PreviewWords {
  /** A text of the schema: a choice, or what stands where a title is missing */
  readonly say: (english: string) => string
  /** A sentence of the rules or of the reader of copy */
  readonly sentence: (english: string) => string
  /** An instant, ISO 8601; `''` for anything that is none */
  readonly time: (instant: unknown) => string
}

export const englishWords: PreviewWords = {
  say: (english) => english,
  sentence: (english) => english,
  time: utcText,
}
