/** A text as the marked language says it: between brackets, and longer, for few languages are as short as English. */
export function mark(english: string): string {
  const length = Math.ceil(english.length * (english.length <= 20 ? 0.6 : 0.3))
  return `⟦${english}${'~~~~~~~ '.repeat(12).slice(0, length)}⟧`
}
