import {SIGN, pairSign, signOf} from '../signs.ts'

/** A printed line. Offsets are in `raw`. */
export interface Line {
  readonly start: number
  /** Where its line break begins */
  readonly end: number
  /** The line without the white space at both ends */
  readonly text: {readonly start: number; readonly end: number}
  readonly indented: boolean
  /** What stands in its text: bits of `SIGN` */
  readonly signs: number
}

const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a
const TAB = 0x09
/** A tab or three spaces: what archives put before the first line of a paragraph. */
const INDENT = 3
/** Farther in it is the middle of a table. */
const WIDEST_INDENT = 43

/** One entry a line; `undefined` stands for an empty one. */
export function splitLines(raw: string): (Line | undefined)[] {
  const lines: (Line | undefined)[] = []
  let start = 0
  while (start <= raw.length) {
    const line = readLine(raw, start)
    lines.push(line.text.start === line.text.end ? undefined : line)
    const isPair =
      raw.charCodeAt(line.end) === CARRIAGE_RETURN && raw.charCodeAt(line.end + 1) === LINE_FEED
    start = line.end + (isPair ? 2 : 1)
  }
  return lines
}

function readLine(raw: string, start: number): Line {
  let textStart = start
  while (textStart < raw.length && isBlank(raw, textStart)) textStart += 1
  let signs = 0
  let before = 0
  let end = textStart
  for (; end < raw.length; end += 1) {
    const sign = signOf(raw.charCodeAt(end))
    if ((sign & SIGN.lineBreak) !== 0) break
    signs |= sign | pairSign(sign, before)
    before = sign
  }
  let textEnd = end
  while (textEnd > textStart && isBlank(raw, textEnd - 1)) textEnd -= 1
  const indent = textStart - start
  const isTab = indent > 0 && raw.charCodeAt(start) === TAB
  return {
    start,
    end,
    text: {start: textStart, end: textEnd},
    indented: indent <= WIDEST_INDENT && (indent >= INDENT || isTab),
    signs,
  }
}

/** White space that breaks no line. */
function isBlank(raw: string, offset: number): boolean {
  return (signOf(raw.charCodeAt(offset)) & (SIGN.space | SIGN.lineBreak)) === SIGN.space
}
