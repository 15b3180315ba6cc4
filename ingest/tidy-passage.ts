import {type Passage, type Piece, passageOf, trimPassage} from './passage.ts'
import {DAMAGED, repairOf} from './repairs.ts'
import {ESCAPED, unescapeReference} from './unescape.ts'

const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/u
/** White space that is not one plain space, damage, and character references. */
const UNTIDY = new RegExp(
  `\\s{2,}|[\\t\\n\\r\\v\\f\\u0085\\u2028\\u2029]|${ESCAPED}|${DAMAGED}`,
  'gu',
)

/** What every untidy stretch has in it: one look over a class of characters spares clean paragraphs the whole expression. */
const MAY_BE_UNTIDY =
  // oxlint-disable-next-line no-control-regex -- controls are some of the damage
  /[\u0000-\u001F\u007F-\u009F\u00AD\u200B\u2028\u2029\u2060\uFEFF&âÃÂﬀ-ﬄ`]|\s\s|''|\p{Cs}/u

/**
 * Reads a stretch of copy as one line of clean text: white space becomes one space, a wrapped line is joined to the next
 * (a hyphen at its end stays: nobody can tell `half-way` from a word cut in two), references and damage are mended.
 *
 * @param start - Offset in `raw`, inclusive
 * @param end - Offset in `raw`, exclusive
 */
export function tidyPassage(raw: string, start: number, end: number): Passage {
  const copy = raw.slice(start, end)
  const pieces: Piece[] = []
  let offset = 0
  if (!MAY_BE_UNTIDY.test(copy)) {
    push(pieces, copy, start, 0, copy.length)
    return trimPassage(passageOf(pieces))
  }
  for (const match of copy.matchAll(UNTIDY)) {
    const mended = mend(copy, match.index, match[0])
    if (mended === undefined) continue
    push(pieces, copy, start, offset, match.index)
    offset = match.index + match[0].length
    pieces.push({start: start + match.index, end: start + offset, ...mended})
  }
  push(pieces, copy, start, offset, copy.length)
  return trimPassage(passageOf(pieces))
}

function push(pieces: Piece[], copy: string, base: number, from: number, to: number): void {
  if (to <= from) return
  pieces.push({start: base + from, end: base + to, op: 'copy', text: copy.slice(from, to)})
}

function mend(copy: string, index: number, untidy: string): Pick<Piece, 'op' | 'text'> | undefined {
  if (untidy.startsWith('&')) {
    const text = unescapeReference(untidy)
    return text === undefined ? undefined : {op: 'unescape', text}
  }
  if (LINE_BREAK.test(untidy)) {
    const before = copy.slice(Math.max(0, index - 2), index)
    return {op: 'join', text: /\p{L}[-\u00AD]$/u.test(before) ? '' : ' '}
  }
  const repaired = repairOf(untidy)
  if (repaired !== undefined) return {op: 'repair', text: repaired}
  return {op: 'collapseSpace', text: ' '}
}
