import {pastLetter} from './past-letter.ts'

/** How many words a text has, as an editor counts them: “don’t” and “U.S.” are one, and so is “7.30”. */
export function countWords(text: string): number {
  let count = 0
  let isWord = false
  for (let at = 0; at < text.length;) {
    const next = pastLetter(text, at)
    if (next > at) {
      if (!isWord) count += 1
      isWord = true
      at = next
      continue
    }
    isWord = isWord && JOINTS.has(text.charAt(at))
    at += 1
  }
  return count
}

/** Within a word. */
const JOINTS = new Set(['’', "'", '.', '-'])
