/** What the words of some texts stand for, each once. */
export type CollectTokens = (texts: readonly string[]) => Set<string>

/** UTF-16 units of the longest word that is kept: nearly all are shorter, and a longer piece of a text would hold on to the whole of it. */
const LONGEST = 12
/** Words that are kept; then it begins anew. Prose has half of its words from a few hundred. */
const MOST = 2 ** 16
const SLOTS = 2 * MOST

/**
 * Keeps the words of many texts with what they stand for. A word that is known is found by its letters where it stands: nothing is cut out and nothing is made of it, which is most of what
 * the words of long texts cost.
 *
 * @param cuts - For each UTF-16 unit, 1 where words are cut
 * @param tokenAt - What the word that stands there stands for
 */
export function createWordTable(
  cuts: Uint8Array,
  tokenAt: (text: string, start: number, end: number) => string,
): CollectTokens {
  /** Number of the word; 0 = free */
  const slots = new Uint32Array(SLOTS)
  const units = new Uint16Array((MOST + 1) * LONGEST)
  const lengths = new Uint8Array(MOST + 1)
  /** When each word was last met, counted in calls */
  const met = new Float64Array(MOST + 1)
  const kept: string[] = ['']
  let call = 0

  function isWord(number: number, text: string, start: number, length: number): boolean {
    if (lengths[number] !== length) return false
    const first = number * LONGEST
    for (let at = 0; at < length; at++) {
      if (units[first + at] !== text.charCodeAt(start + at)) return false
    }
    return true
  }

  function keep(slot: number, text: string, start: number, length: number): number {
    if (kept.length > MOST) {
      slots.fill(0)
      kept.length = 1
    }
    const number = kept.push(tokenAt(text, start, start + length)) - 1
    slots[slot] = number
    lengths[number] = length
    met[number] = 0
    for (let at = 0; at < length; at++) units[number * LONGEST + at] = text.charCodeAt(start + at)
    return number
  }

  function find(text: string, start: number, length: number, hash: number): number {
    for (let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1); ; slot = (slot + 1) & (SLOTS - 1)) {
      const number = slots[slot] ?? 0
      if (number === 0) return keep(slot, text, start, length)
      if (isWord(number, text, start, length)) return number
    }
  }

  function collect(text: string, tokens: Set<string>): void {
    const end = text.length
    let start = 0
    let hash = 0
    for (let index = 0; index <= end; index++) {
      const unit = index < end ? text.charCodeAt(index) : -1
      if (unit >= 0 && cuts[unit] === 0) {
        hash = Math.imul(hash ^ unit, 0x9e37_79b1)
        continue
      }
      const length = index - start
      if (length > LONGEST) tokens.add(tokenAt(text, start, index))
      else if (length > 0) {
        const number = find(text, start, length, hash)
        if (met[number] !== call) tokens.add(kept[number] ?? '')
        met[number] = call
      }
      start = index + 1
      hash = 0
    }
  }

  return function collectTokens(texts) {
    const tokens = new Set<string>()
    call += 1
    for (const text of texts) collect(text, tokens)
    return tokens
  }
}
