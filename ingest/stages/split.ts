import type {Passage} from '../passage.ts'
import type {Block} from '../reading.ts'
import {SIGN, signsOf} from '../signs.ts'
import {tidyLines} from '../tidy-lines.ts'
import {type Line, splitLines} from './split-lines.ts'

/**
 * Cuts copy into paragraphs, whichever of the three ways it prints them: a line each, hard-wrapped with indents,
 * hard-wrapped with empty lines between.
 *
 * @param isCredit - Tells whether a line is an agency's name: it then stands for itself, however full the line above is
 */
export function splitBlocks(raw: string, isCredit: (line: string) => boolean): Block[] {
  const lines = splitLines(raw)
  const printed = lines.filter((line) => line !== undefined)
  const style = paragraphStyle(raw, lines)
  const blocks: Block[] = []
  const width = style === 'lineEach' ? 0 : wrapWidth(printed)
  let open: Line[] = []
  let hasBegun = false
  let blankLines = 0
  let blankLinesBefore = 0
  const lastLine = printed.at(-1)
  const frame = new Set(printed.slice(-LINES_OF_TAIL))
  const close = () => {
    if (open.length > 0) {
      const passage = tidyLines(raw, open)
      if (passage.text !== '')
        blocks.push({passage, blankLinesBefore, signs: signsIn(open, passage)})
    }
    open = []
  }
  for (const line of lines) {
    if (line === undefined) {
      close()
      blankLines += 1
      continue
    }
    const isParagraph = style === 'lineEach' || (style === 'indented' && line.indented)
    const isApart = line === lastLine && isCredit(raw.slice(line.text.start, line.text.end))
    if (style === 'indented') {
      if (isParagraph) hasBegun = true
      else if (startsHeader(raw, line)) hasBegun = false
    }
    // between indents a short line ends nothing: archives indent some paragraphs by a blank or two, and so do their tables
    const isBetween = hasBegun && !frame.has(line)
    const last = open.at(-1)
    if (isParagraph || isApart || (last && startsAnew(raw, last, line, width, isBetween))) close()
    if (open.length === 0) blankLinesBefore = blankLines
    open.push(line)
    blankLines = 0
  }
  close()
  return blocks
}

/** What stands in a paragraph; what was mended may be any mark. */
function signsIn(lines: readonly Line[], {text}: Passage): number {
  const signs = lines.reduce((all, line) => all | line.signs, 0)
  return (signs & (SIGN.damage | SIGN.twoApostrophes)) === 0 ? signs : signsOf(text)
}

/**
 * Hard-wrapped copy has no long line: nine in ten are at most 100 characters (real archives: 60 to 80), and most are nearly full.
 * The shares are those that told the three ways apart on 239 real texts.
 */
function paragraphStyle(
  raw: string,
  allLines: readonly (Line | undefined)[],
): 'lineEach' | 'indented' | 'wrapped' {
  const lines = allLines.filter((line) => line !== undefined)
  if (lines.length < 5) return 'lineEach'
  const longLines = lines.filter((line) => line.end - line.start > 100).length
  if (longLines >= lines.length - Math.floor(lines.length * 0.9)) return 'lineEach'
  const lengths = lines.map((line) => line.end - line.start).toSorted((one, other) => one - other)
  const nearlyLongest = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const indented = lines.filter((line) => line.indented).length
  const full = (length: number) => lengths.filter((other) => other > length).length
  const manyIndents = indented >= Math.max(3, lines.length * 0.08)
  const wrappedWithIndent = nearlyLongest <= 85 && indented >= 1 && full(50) >= lines.length * 0.5
  if (manyIndents || wrappedWithIndent) return 'indented'
  const hasEmptyLines = lines.length < allLines.length
  const mostlyFull = lines.length > 6 && full(45) > lines.length * 0.4
  return hasEmptyLines && (mostlyFull || runsOn(raw, allLines)) ? 'wrapped' : 'lineEach'
}

/** Whether sentences run over the ends of lines: a long line, and the next one goes on in small letters. */
function runsOn(raw: string, lines: readonly (Line | undefined)[]): boolean {
  let pairs = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (line === undefined || next === undefined || line.end - line.start < 45) continue
    if (/^\s{0,8}\p{Ll}/u.test(raw.slice(next.start, next.start + 12))) pairs += 1
  }
  return pairs >= 3
}

/** The width that a text was wrapped to: what nine in ten of its lines keep within. */
function wrapWidth(lines: readonly Line[]): number {
  const lengths = lines.map((line) => line.end - line.start).toSorted((one, other) => one - other)
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0
}

// `^By ANN LEE=` (behind an STX at times), `Eds: …`: such a line never goes on with the one before
const STARTS_HEADER = /^\s{0,8}(?:.?\^|By \p{Lu}|BY \p{Lu}|Eds: |- |#{1,3} )/u

function startsHeader(raw: string, line: Line): boolean {
  return STARTS_HEADER.test(raw.slice(line.start, line.start + 20))
}

/** Signatures, trailers and credits end the copy in short lines. */
const LINES_OF_TAIL = 3

/** A line was broken on purpose when the next one's first word would have had room on it: headers, bylines, credits. */
function startsAnew(
  raw: string,
  line: Line,
  next: Line,
  width: number,
  isBetween: boolean,
): boolean {
  if (startsHeader(raw, next)) return true
  if (isBetween || endsSentenceOf(raw, line, next)) return false
  const [word = ''] = raw.slice(next.text.start, next.start + 60).split(/\s/u)
  return line.text.end - line.start + 1 + word.length < width - 2
}

/** `… to holders of record` and `November 30.` below it: the sentence goes on, however short its last line. */
function endsSentenceOf(raw: string, line: Line, next: Line): boolean {
  const isOpen = /\p{Ll}/u.test(raw.slice(line.text.end - 1, line.text.end))
  const isShort = next.text.end - next.text.start <= 30
  return isOpen && isShort && /[\p{Ll}\d]\.$/u.test(raw.slice(next.text.end - 2, next.text.end))
}
