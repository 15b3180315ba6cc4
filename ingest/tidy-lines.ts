import {matchesOf} from './matches-of.ts'
import {type Passage, type Piece, passageOf, trimPassage} from './passage.ts'
import {DAMAGED, repairOf} from './repairs.ts'
import {MAY_BE_UNTIDY} from './signs.ts'
import type {Line} from './stages/split-lines.ts'
import {ESCAPED, unescapeReference} from './unescape.ts'

/** White space that is not one plain space, damage, and character references. */
const UNTIDY = new RegExp(`\\s{2,}|\\t|${ESCAPED}|${DAMAGED}`, 'gu')

/**
 * Reads the lines of a paragraph as one line of clean text: white space becomes one space, a wrapped line is joined to the next
 * (a hyphen at its end stays: nobody can tell `half-way` from a word cut in two), references and damage are mended.
 *
 * @param lines - Neighbours in the copy
 */
export function tidyLines(raw: string, lines: readonly Line[]): Passage {
  const pieces: Piece[] = []
  let before: Line | undefined
  for (const line of lines) {
    if (before) pieces.push(joinLines(raw, before, line))
    pushLine(pieces, raw, line)
    before = line
  }
  return trimPassage(passageOf(pieces))
}

function joinLines(raw: string, {text: {end}}: Line, next: Line): Piece {
  const isHyphen = /\p{L}[-\u00AD]$/u.test(raw.slice(Math.max(0, end - 2), end))
  // `European-` and `and South American` on the next line are two words
  const isCut =
    isHyphen && !/^(?:and|or|to) /u.test(raw.slice(next.text.start, next.text.start + 4))
  return {start: end, end: next.text.start, op: 'join', text: isCut ? '' : ' '}
}

function pushLine(pieces: Piece[], raw: string, {text: {start, end}, signs}: Line): void {
  let offset = start
  const pushCopy = (to: number) => {
    if (to > offset) pieces.push({start: offset, end: to, op: 'copy', text: raw.slice(offset, to)})
  }
  if ((signs & MAY_BE_UNTIDY) !== 0) {
    for (const match of matchesOf(raw.slice(start, end), UNTIDY)) {
      const mended = mend(match[0])
      if (mended === undefined) continue
      const from = start + match.index
      pushCopy(from)
      offset = from + match[0].length
      pieces.push({start: from, end: offset, ...mended})
    }
  }
  pushCopy(end)
}

function mend(untidy: string): Pick<Piece, 'op' | 'text'> | undefined {
  if (untidy.startsWith('&')) {
    const text = unescapeReference(untidy)
    return text === undefined ? undefined : {op: 'unescape', text}
  }
  const repaired = untidy === '\t' ? undefined : repairOf(untidy)
  return repaired === undefined ? {op: 'collapseSpace', text: ' '} : {op: 'repair', text: repaired}
}
