/**
 * All matches of an expression, as `matchAll` gives them. That makes a copy of the expression each time, which costs more than to look through
 * a paragraph with it, and a story is looked through some twenty times.
 *
 * @param pattern - With the flag `g`
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xff_ff ? 2 : 1
  }
  return matches
}
