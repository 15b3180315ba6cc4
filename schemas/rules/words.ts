/** Small helpers for comparing words; they judge nothing. */

/** Words as a person counts them. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length
}

/** Whether two lines say the same but for case, spaces, quotation marks and final punctuation. Empty lines never do. */
export function sameWords(one: string, other: string): boolean {
  const reduced = reduce(one)
  return reduced !== '' && reduced === reduce(other)
}

/** Whether a text has at least two letters and no small one. */
export function isAllCapitals(text: string): boolean {
  return /\p{Lu}.{0,500}\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text)
}

/** The first sentence of a paragraph: up to the first full stop, question or exclamation mark before a capital. */
export function firstSentence(paragraph: string): string {
  const end = /[.!?]["”’)]{0,2}\s{1,3}["“‘(]{0,2}\p{Lu}/u.exec(paragraph)
  return end === null ? paragraph : paragraph.slice(0, end.index + 1)
}

function reduce(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/["'“”‘’`]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.!?…]{1,5}$/u, '')
}
