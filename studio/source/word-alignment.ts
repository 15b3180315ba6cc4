/** A word of a text; offsets half-open, in UTF-16 code units. */
export interface Word {
  /** As it is compared: small letters, plain apostrophes */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Longer texts are compared from their two ends only: a table of all pairs would stop the desk. */
const LONGEST = 2000

// `don’t`, `1,200`, `U.S`, `write-through`
const WORD = /[\p{L}\p{N}]{1,80}(?:['’.,-][\p{L}\p{N}]{1,80}){0,20}/gu

export function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map(({0: word, index}) => ({
    text: word.toLowerCase().replaceAll('’', "'"),
    start: index,
    end: index + word.length,
  }))
}

/**
 * Pairs the words that two texts share, in their order: a longest common subsequence.
 *
 * @returns Indexes, ascending in both
 */
export function alignWords(
  one: readonly Word[],
  other: readonly Word[],
): readonly (readonly [inOne: number, inOther: number])[] {
  const isSame = (i: number, j: number) => one[i]?.text === other[j]?.text
  const shorter = Math.min(one.length, other.length)
  let head = 0
  while (head < shorter && isSame(head, head)) head += 1
  let tail = 0
  while (tail < shorter - head && isSame(one.length - 1 - tail, other.length - 1 - tail)) tail += 1

  const pairs: (readonly [number, number])[] = []
  for (let i = 0; i < head; i += 1) pairs.push([i, i])
  const rows = one.length - tail - head
  const columns = other.length - tail - head
  if (rows <= LONGEST && columns <= LONGEST) {
    const lengths = commonLengths(rows, columns, (i, j) => isSame(head + i, head + j))
    let [i, j] = [0, 0]
    while (i < rows && j < columns) {
      const here = lengths[i * (columns + 1) + j] ?? 0
      if (isSame(head + i, head + j)) pairs.push([head + i++, head + j++])
      else if ((lengths[(i + 1) * (columns + 1) + j] ?? 0) === here) i += 1
      else j += 1
    }
  }
  for (let i = tail; i > 0; i -= 1) pairs.push([one.length - i, other.length - i])
  return pairs
}

/** `lengths[i * (columns + 1) + j]`: how many words the rests from `i` and `j` on share. */
function commonLengths(
  rows: number,
  columns: number,
  isSame: (i: number, j: number) => boolean,
): Uint16Array {
  const width = columns + 1
  const lengths = new Uint16Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = isSame(i, j)
        ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0)
    }
  }
  return lengths
}

/**
 * Where the word at an offset of one text stands in another text.
 *
 * @returns Half-open, in the other text; of the nearest word before it that both have, where the other has not got this one. `undefined`
 *   when they share no word up to there
 */
export function sameWordIn(
  text: string,
  offset: number,
  other: string,
): {readonly start: number; readonly end: number} | undefined {
  const words = wordsIn(text)
  const otherWords = wordsIn(other)
  const at = words.findLastIndex((word) => word.start <= offset)
  const pair = alignWords(words, otherWords).findLast(([index]) => index <= at)
  const word = pair && otherWords[pair[1]]
  return word && {start: word.start, end: word.end}
}
