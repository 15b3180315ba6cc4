import {pastLetter} from './past-letter.ts'

/** Words in a row that are measured as one: short enough to survive an edited sentence. */
const SHINGLE = 5
/** Words in a row that a key is made of: long enough that no stock phrase makes it (“told reporters on Monday that the”). */
const KEY_SHINGLE = 8

/** Hashes that stand for a text. Two texts that share half of their shingles share none of twelve once in 4,000 times. */
const KEYS = 12

/** Words from which a text can be told from another. */
const LEAST_WORDS = 40

/** Share of the shorter text from which two are taken for one story. */
const NEAR = 0.3

/** Characters of a passage that are shown. */
const LONGEST_PASSAGE = 300

/** What two texts have in common. */
export interface Overlap {
  /** Share of the shorter text's shingles that the other has too: 0 to 1 */
  readonly share: number
  /** The longest stretch of words that stands in both, as the first text has it */
  readonly passage: {readonly start: number; readonly end: number; readonly text: string}
}

/**
 * Names of a text that a text like it has too: the smallest hashes of its shingles (MinHash, bottom-k). The texts that share one are the
 * candidates for a near duplicate; whether they are, `overlapOf` tells.
 *
 * @param text - The body, without headline and furniture
 * @returns Twelve keys, fewer for a short text, `[]` for one that is too short to be told from others
 * @see Broder, "On the resemblance and containment of documents", 1997
 */
export function nearKeys(text: string): readonly string[] {
  const words = wordsIn(text)
  if (words.length < LEAST_WORDS) return []
  return smallestOf(shinglesOf(words, KEY_SHINGLE)).map((hash) => hash.toString(36))
}

/** In their order, each once: of a long text nearly all are passed over at a glance. */
function smallestOf(hashes: Float64Array): readonly number[] {
  const smallest: number[] = []
  for (const hash of hashes) {
    if (smallest.length === KEYS && hash >= (smallest[KEYS - 1] ?? 0)) continue
    const place = smallest.findIndex((known) => known >= hash)
    if (smallest[place] === hash) continue
    smallest.splice(place < 0 ? smallest.length : place, 0, hash)
    smallest.length = Math.min(smallest.length, KEYS)
  }
  return smallest
}

/**
 * Says whether two texts are versions of one story.
 *
 * @param text - The one that the passage is taken from
 * @returns `undefined` when they have too little in common
 */
export function overlapOf(text: string, other: string): Overlap | undefined {
  const [words, others] = [wordsIn(text), wordsIn(other)]
  if (Math.min(words.length, others.length) < LEAST_WORDS) return undefined
  const shingles = shinglesOf(words, SHINGLE)
  const known = new Set(shinglesOf(others, SHINGLE))
  const own = new Set(shingles)
  const shared = [...own].filter((shingle) => known.has(shingle)).length
  const share = shared / Math.min(own.size, known.size)
  if (share < NEAR) return undefined
  return {share, passage: passageIn(text, words, longestRun(shingles, known))}
}

/** Whether two texts are long enough to be told apart, and have too little in common to be versions of one story. */
export function areStrangers(text: string, other: string): boolean {
  const isShort = [text, other].some((words) => wordsIn(words).length < LEAST_WORDS)
  return !isShort && overlapOf(text, other) === undefined
}

/** Texts that keys find are few up to here: each has to be read. */
const FEW = 20

/**
 * The keys by which to look for a text: the rarest that other texts have too, as long as they find few, and at least one. A key that many texts have is made of a
 * stock phrase and tells nothing.
 *
 * @param countOf - How many texts have a key
 */
export function tellingKeys(
  keys: readonly string[],
  countOf: (key: string) => number,
): readonly string[] {
  let found = 0
  return keys
    .map((key) => ({key, count: countOf(key)}))
    .filter(({count}) => count > 0)
    .toSorted((a, b) => a.count - b.count)
    .filter(({count}, place) => (found += count) <= FEW || place === 0)
    .map(({key}) => key)
}

/** Candidates that are looked at: those that share the most keys. */
const LOOKED_AT = 5

/** The candidates that are likeliest to be a version of a text, likeliest first: few, for each has to be read. */
export function likeliest<
  Candidate extends {readonly id: string; readonly keys: readonly string[]},
>(keys: readonly string[], candidates: readonly Candidate[]): readonly Candidate[] {
  const own = new Set(keys)
  return candidates
    .map((candidate) => ({candidate, shared: candidate.keys.filter((key) => own.has(key)).length}))
    .filter(({shared}) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared || (a.candidate.id < b.candidate.id ? -1 : 1))
    .slice(0, LOOKED_AT)
    .map(({candidate}) => candidate)
}

/** The hash is of its small letters and digits. */
interface Word extends Halves {
  readonly start: number
  readonly end: number
}

function wordsIn(text: string): readonly Word[] {
  const words: Word[] = []
  let start = 0
  while (start < text.length) {
    const end = endOfWord(text, start)
    if (end > start) words.push({...hashOf(text.slice(start, end).toLowerCase()), start, end})
    start = end + 1
  }
  return words
}

function endOfWord(text: string, start: number): number {
  let end = start
  let next = pastLetter(text, end)
  while (next > end) {
    end = next
    next = pastLetter(text, end)
  }
  return end
}

function hashOf(letters: string): Halves {
  let {high, low}: Halves = SEED
  for (let at = 0; at < letters.length; at += 1) {
    const unit = letters.charCodeAt(at)
    high = Math.imul(high ^ unit, FACTORS[0])
    low = Math.imul(low ^ unit, FACTORS[1])
  }
  return {high, low}
}

/** A hash for each run of words; the first begins with the first word, and so on. */
function shinglesOf(words: readonly Word[], length: number): Float64Array {
  const shingles = new Float64Array(Math.max(0, words.length - length + 1))
  for (const first of shingles.keys()) {
    let {high, low}: Halves = SEED
    for (let at = first; at < first + length; at += 1) {
      const word = words[at]
      if (word === undefined) continue
      high = Math.imul(high ^ word.high, FACTORS[0])
      low = Math.imul(low ^ word.low, FACTORS[1])
    }
    shingles[first] = mixed(high, low)
  }
  return shingles
}

/** A hash in two numbers of 32 bits. */
interface Halves {
  readonly high: number
  readonly low: number
}

const SEED: Halves = {high: 0xdeadbeef, low: 0x41c6ce57}
const FACTORS = [2_654_435_761, 1_597_334_677] as const

/**
 * 53 bits of two halves (the end of cyrb53), so that chance makes no pair among millions.
 *
 * @see https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js, public domain
 */
function mixed(high: number, low: number): number {
  const one =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  const other =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & other) + (one >>> 0)
}

function longestRun(
  shingles: Float64Array,
  known: ReadonlySet<number>,
): {readonly first: number; readonly last: number} {
  let longest = {first: 0, last: -1}
  let first: number | undefined
  for (const [index, shingle] of shingles.entries()) {
    if (!known.has(shingle)) {
      first = undefined
      continue
    }
    first ??= index
    if (index - first > longest.last - longest.first) longest = {first, last: index}
  }
  return longest
}

function passageIn(
  text: string,
  words: readonly Word[],
  {first, last}: {readonly first: number; readonly last: number},
): Overlap['passage'] {
  const start = words[first]?.start ?? 0
  const all = words[last + SHINGLE - 1]?.end ?? start
  const shown = words.findLast(({end}) => end <= Math.min(all, start + LONGEST_PASSAGE))
  const end = shown?.end ?? all
  return {start, end, text: text.slice(start, end)}
}
