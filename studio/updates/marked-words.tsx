import {markWords} from './mark-words.ts'

/** A text with the words marked that another version of it does not have: `del` for the older version, `ins` for the newer. */
export function MarkedWords({
  text,
  other,
  as: Mark,
}: {
  readonly text: string
  readonly other: string
  readonly as: 'del' | 'ins'
}) {
  return markWords(text, other).map(({start, words, isMarked}) =>
    isMarked ? <Mark key={start}>{words}</Mark> : <span key={start}>{words}</span>,
  )
}
