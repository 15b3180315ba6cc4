import {bodyParagraphs} from '../portable-text.ts'
import {fieldOf, itemsOf, stringsOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

/**
 * A key point is looked at again when the paragraph that bears it out has changed or gone.
 *
 * @param earlier - The article when the key point last held: as published, else as parsed. Without it only gone
 *   paragraphs are noticed
 */
export function supportUnchanged(keyPoint: unknown, article: unknown, earlier: unknown): Verdict {
  const now = paragraphsByKey(article)
  const supports = stringsOf(keyPoint, 'supports')
  if (supports.some((key) => !now.has(key))) {
    return say('support-gone')
  }
  if (!heldThen(keyPoint, earlier)) return true
  const before = paragraphsByKey(earlier)
  const changed = supports.some((key) => before.has(key) && before.get(key) !== now.get(key))
  return !changed || say('support-changed')
}

function heldThen(keyPoint: unknown, earlier: unknown): boolean {
  const text = textOf(keyPoint, 'text')
  return itemsOf(earlier, 'keyPoints').some((point) => textOf(point, 'text') === text)
}

function paragraphsByKey(article: unknown): ReadonlyMap<string, string> {
  return new Map(bodyParagraphs(fieldOf(article, 'body')).map(({key, text}) => [key, text]))
}
