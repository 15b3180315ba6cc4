/** Text with names in it that others gave, for a terminal or a log: they may hold line breaks, and signs that a terminal obeys. */
export function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\uFFFD')
}
