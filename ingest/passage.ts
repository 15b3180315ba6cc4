import type {LedgerOp} from './ledger.ts'

/** A stretch of `raw` and what it becomes in a field. Offsets are half-open, in UTF-16 code units of `raw`. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly op: LedgerOp
  /** The text in the field; for `copy` the slice itself */
  readonly text: string
}

/** Tidy text that remembers where in `raw` every piece of it came from. `text` is the pieces' texts in order. */
export interface Passage {
  readonly text: string
  readonly pieces: readonly Piece[]
}

export function passageOf(pieces: readonly Piece[]): Passage {
  const [first, second] = pieces
  // most passages are one stretch of copy
  if (first !== undefined && second === undefined) return {text: first.text, pieces}
  return {text: pieces.map((piece) => piece.text).join(''), pieces}
}

/**
 * Cuts a stretch out of a passage.
 *
 * @param from - Offset in `passage.text`, inclusive
 * @param to - Offset in `passage.text`, exclusive
 * @returns The stretch, without the pieces at its edges that leave no text (they are separators then)
 */
export function slicePassage(passage: Passage, from: number, to = passage.text.length): Passage {
  if (from <= 0 && to >= passage.text.length && isCopy(passage)) return passage
  const pieces: Piece[] = []
  let offset = 0
  for (const piece of passage.pieces) {
    const pieceStart = offset
    const pieceEnd = offset + piece.text.length
    offset = pieceEnd
    if (pieceStart >= to && piece.text !== '') break
    if (pieceEnd <= from && !(piece.text === '' && pieceStart > from)) continue
    if (piece.op === 'copy') {
      const cutStart = Math.max(0, from - pieceStart)
      const cutEnd = Math.min(piece.text.length, to - pieceStart)
      if (cutEnd <= cutStart) continue
      pieces.push({
        start: piece.start + cutStart,
        end: piece.start + cutEnd,
        op: 'copy',
        text: piece.text.slice(cutStart, cutEnd),
      })
    } else if (pieceStart >= from && pieceStart < to) {
      pieces.push(piece)
    }
  }
  while (pieces.at(-1)?.text === '') pieces.pop()
  while (pieces[0]?.text === '') pieces.shift()
  return passageOf(pieces)
}

/** Whether a passage is one stretch of sound copy, as most are. */
function isCopy({text, pieces}: Passage): boolean {
  return pieces.length === 1 && text !== '' && pieces[0]?.op === 'copy'
}

/** Cuts white space off both ends. */
export function trimPassage(passage: Passage): Passage {
  const {length} = passage.text.trim()
  if (length === passage.text.length) return passage
  const start = passage.text.length - passage.text.trimStart().length
  return slicePassage(passage, start, start + length)
}

/**
 * The stretch of `raw` a passage stands in.
 *
 * @throws RangeError when the passage is empty and so stands nowhere
 */
export function passageRange(passage: Passage): {readonly start: number; readonly end: number} {
  const first = passage.pieces[0]
  const last = passage.pieces.at(-1)
  if (first === undefined || last === undefined) {
    throw new RangeError('Cannot place an empty passage: it has no piece of the copy')
  }
  return {start: first.start, end: last.end}
}

/** Where in `raw` a passage begins; an empty one stands nowhere and comes first. */
export function passageStart({pieces}: Passage): number {
  return pieces[0]?.start ?? -1
}

/** The part of a passage that stands between two offsets of `raw`. */
export function passageBetween(passage: Passage, start: number, end: number): Passage {
  const pieces: Piece[] = []
  for (const piece of passage.pieces) {
    if (piece.op !== 'copy') {
      if (piece.start >= start && piece.end <= end) pieces.push(piece)
      continue
    }
    const from = Math.max(piece.start, start)
    const to = Math.min(piece.end, end)
    if (from >= to) continue
    const text = piece.text.slice(from - piece.start, to - piece.start)
    pieces.push({start: from, end: to, op: 'copy', text})
  }
  return passageOf(pieces)
}
