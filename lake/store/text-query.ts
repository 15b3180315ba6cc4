import type {DatabaseSync} from 'node:sqlite'

/** More words than this under one pattern are as good as all. */
const MOST_WORDS = 300
/** Words of the vocabulary that are looked through for a pattern. */
const MOST_LOOKED_AT = 1_000_000

/**
 * An FTS5 query for documents with a word for each pattern.
 *
 * @param patterns - As `readPatterns` gives them
 * @returns `undefined` when the index cannot tell: every pattern stands for too much. `''` when no document has such words
 */
export function writeTextQuery(
  connection: DatabaseSync,
  patterns: readonly string[],
): string | undefined {
  const parts: string[] = []
  for (const pattern of patterns) {
    const words = /[*.]/u.test(pattern) ? expand(connection, pattern) : [quote(pattern)]
    if (!words) continue
    if (words.length === 0) return ''
    parts.push(`(${words.join(' OR ')})`)
  }
  return parts.length === 0 ? undefined : parts.join(' AND ')
}

/** Words that a pattern with `*` or `.` stands for; `undefined` when they are too many. */
function expand(connection: DatabaseSync, pattern: string): readonly string[] | undefined {
  const [start = ''] = /^[^*.]*/u.exec(pattern) ?? []
  if (start !== '' && pattern === `${start}*`) return [`${quote(start)}*`]
  if (/^\**$/u.test(pattern)) return undefined
  // The index keeps ASCII letters small; ours are great ones.
  const first = small(start)
  // oxlint-disable-next-line require-unicode-regexp -- `match` counts UTF-16 units: two dots stand for one emoji
  const expression = new RegExp(`^${small(pattern).replaceAll(/[*]+/gu, '.*')}$`, 'i')
  const words: string[] = []
  let count = 0
  const vocabulary = connection
    .prepare('SELECT term FROM text_vocabulary WHERE term >= ? AND term <= ?')
    .iterate(first, `${first}\u{10FFFF}`)
  for (const {term} of vocabulary) {
    const word = String(term)
    if (++count > MOST_LOOKED_AT || words.length > MOST_WORDS) return undefined
    if (expression.test(word)) words.push(quote(word))
  }
  return words
}

function small(text: string): string {
  return text.replaceAll(/[A-Z]/gu, (letter) => letter.toLowerCase())
}

/** No word has a quotation mark: `match` cuts there. */
function quote(word: string): string {
  return `"${word}"`
}
