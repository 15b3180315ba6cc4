import {diffArrays} from 'diff'

/** A stretch of a text that stands in another version of it too, or does not. */
export interface MarkedStretch {
  /** In UTF-16 code units from the start of the text */
  readonly start: number
  readonly words: string
  readonly isMarked: boolean
}

/** Texts further apart than this many words are shown without marks: all would be marked. */
const MOST_EDITS = 1000

// Cuts as Unicode does, whatever the language of the desk: "1.8" and "9,412" are one word each
const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/**
 * Tells which words of a text another version of it does not have. A space between two such words goes with them.
 *
 * @returns Stretches that make up the text, in order
 */
export function markWords(text: string, other: string): readonly MarkedStretch[] {
  const parts = diffArrays(wordsOf(other), wordsOf(text), {maxEditLength: MOST_EDITS})
  if (parts === undefined) return [{start: 0, words: text, isMarked: false}]
  const own = parts
    .filter(({removed}) => !removed)
    .map(({value, added}) => ({words: value.join(''), isMarked: added}))
  const stretches: MarkedStretch[] = []
  let start = 0
  for (const [index, part] of own.entries()) {
    const isSpaceBetween =
      part.words.trim() === '' && own[index - 1]?.isMarked === true && own[index + 1] !== undefined
    const isMarked = part.isMarked || isSpaceBetween
    const last = stretches.at(-1)
    if (last?.isMarked === isMarked) {
      stretches[stretches.length - 1] = {...last, words: last.words + part.words}
    } else stretches.push({start, words: part.words, isMarked})
    start += part.words.length
  }
  return stretches
}

function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({segment}) => segment)
}
