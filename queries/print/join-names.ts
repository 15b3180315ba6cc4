/** Names as running text: `A`, `A and B`, `A, B and C`. Where a name has commas of its own, the last "and" gets one too. */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  const others = names.slice(0, -1)
  if (others.length === 0) return last
  const comma = names.some((name) => name.includes(', ')) ? ',' : ''
  return `${others.join(', ')}${comma} and ${last}`
}

/** The text with its first letter as a capital. */
export function openSentence(text: string): string {
  const [first = ''] = text
  return `${first.toUpperCase()}${text.slice(first.length)}`
}
