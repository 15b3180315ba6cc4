import {bodyParagraphs} from '../portable-text.ts'
import {fieldOf, itemsOf, textOf, type Fields} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'
import {sameWords, wordCount} from './words.ts'

/** Words; the Reuters handbook asks for about ten. Asked where no publication sets its own limit. */
export const KEY_POINT_LIMIT = 12

/** A story has no key points, or two to five. */
export function keyPointCount(keyPoints: unknown): Verdict {
  const count = Array.isArray(keyPoints) ? keyPoints.length : 0
  if (count === 0 || (count >= 2 && count <= 5)) return true
  return say('key-points-number', {number: count})
}

export function keyPointPresent(keyPoint: unknown): Verdict {
  return textOf(keyPoint, 'text') !== '' || say('key-point-empty')
}

/** @param limit - In words */
export function keyPointWithinLimit(keyPoint: unknown, limit: number): Verdict {
  const count = wordCount(textOf(keyPoint, 'text'))
  return count <= limit || say('key-point-long', {number: count, limit})
}

/** A key point says something that no other key point, not the standfirst and not the first paragraph says. */
export function keyPointNotRepeated(keyPoint: Fields, article: unknown): Verdict {
  const text = textOf(keyPoint, 'text')
  const others = itemsOf(article, 'keyPoints').filter((other) => other !== keyPoint)
  if (others.some((other) => sameWords(text, textOf(other, 'text')))) {
    return say('key-point-repeats-other')
  }
  if (sameWords(text, textOf(article, 'standfirst'))) return say('key-point-repeats-standfirst')
  const [first] = bodyParagraphs(fieldOf(article, 'body'))
  return !sameWords(text, first?.text ?? '') || say('key-point-repeats-text')
}
