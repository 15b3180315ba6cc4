import {contentOf, type Item, wordsOf} from './merge-content.ts'

/** Share of words in common from which two items are versions of one. */
const ALIKE = 0.5

/** Pairs that are measured at most: 500 rewritten paragraphs against 500. Beyond it only equal ones are paired. */
const MOST_PAIRS = 250_000

/**
 * Tells which item of a list became which of another: the same key, else the same content wherever it stands now, else the
 * likeliest rewrite. Each item has one counterpart at most.
 *
 * @param byKey - Keys mean the same in both lists: true of a draft and what it was made from, not of two parsed texts
 * @param edited - What an editor has made of each item before: two who change it alike mean the same
 * @returns Index in `before` by index in `after`
 */
export function alignItems(
  before: readonly Item[],
  after: readonly Item[],
  {byKey, edited}: {readonly byKey: boolean; readonly edited?: readonly Item[]},
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const open = new Set(before.keys())
  const pair = (afterIndex: number, beforeIndex: number) => {
    pairs.set(afterIndex, beforeIndex)
    open.delete(beforeIndex)
  }
  if (byKey) pairEqual(before, after, (item) => item._key, {pairs, open, pair})
  pairEqual(before, after, contentOf, {pairs, open, pair})
  if (edited) pairEqual(edited, after, contentOf, {pairs, open, pair})
  pairAlike(before, after, {pairs, open, pair})
  return pairs
}

interface Pairing {
  readonly pairs: ReadonlyMap<number, number>
  readonly open: ReadonlySet<number>
  readonly pair: (afterIndex: number, beforeIndex: number) => void
}

function pairEqual(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
  {pairs, open, pair}: Pairing,
): void {
  const waiting = new Map<string, number[]>()
  for (const [index, item] of before.entries()) {
    if (!open.has(index)) continue
    const name = nameOf(item)
    waiting.set(name, [...(waiting.get(name) ?? []), index])
  }
  for (const [index, item] of after.entries()) {
    const found = pairs.has(index) ? undefined : waiting.get(nameOf(item))?.shift()
    if (found !== undefined) pair(index, found)
  }
}

function pairAlike(
  before: readonly Item[],
  after: readonly Item[],
  {pairs, open, pair}: Pairing,
): void {
  const olds = [...open].map((index) => ({index, words: wordCounts(before[index])}))
  const news = [...after.keys()]
    .filter((index) => !pairs.has(index))
    .map((index) => ({index, words: wordCounts(after[index])}))
  if (olds.length * news.length > MOST_PAIRS) return
  const candidates = news
    .flatMap((item) =>
      olds.map((old) => ({after: item.index, before: old.index, score: likeness(old, item)})),
    )
    .filter(({score}) => score >= ALIKE)
    .toSorted((a, b) => b.score - a.score || distance(a) - distance(b) || a.after - b.after)
  for (const candidate of candidates) {
    if (!pairs.has(candidate.after) && open.has(candidate.before)) {
      pair(candidate.after, candidate.before)
    }
  }
}

function distance({after, before}: {readonly after: number; readonly before: number}): number {
  return Math.abs(after - before)
}

interface Counted {
  readonly words: ReadonlyMap<string, number>
}

/** Dice's coefficient over the words: 0 nothing in common, 1 the same words. */
function likeness(a: Counted, b: Counted): number {
  const total = sizeOf(a.words) + sizeOf(b.words)
  if (total === 0) return 0
  let common = 0
  for (const [word, count] of a.words) common += Math.min(count, b.words.get(word) ?? 0)
  return (2 * common) / total
}

function wordCounts(item: Item | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const word of wordsOf(item)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function sizeOf(words: ReadonlyMap<string, number>): number {
  return [...words.values()].reduce((sum, count) => sum + count, 0)
}
