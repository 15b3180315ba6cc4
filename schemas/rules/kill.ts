import {fieldOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

/** A killed story is canceled; what readers get of it is one sentence. */
export function isKilled(article: unknown): boolean {
  return fieldOf(article, 'pubStatus') === 'canceled'
}

/** The agency has killed its copy: nothing made from it goes out until somebody decided. */
export function notKilledAtSource(record: unknown): Verdict {
  if (fieldOf(record, 'killFlag') !== true) return true
  return say('killed-at-source')
}

/** @param published - The article as readers see it now, if they do */
export function revivalExplained(article: unknown, published: unknown, record: unknown): Verdict {
  const wasKilled = isKilled(published) || textOf(fieldOf(article, 'kill'), 'at') !== ''
  if (!wasKilled || isKilled(article) || textOf(record, 'republishReason') !== '') return true
  return say('revival-unexplained')
}

export function tombstoneReadable(article: unknown): Verdict {
  if (!isKilled(article) || textOf(fieldOf(article, 'kill'), 'readerText') !== '') return true
  return say('tombstone-empty')
}
