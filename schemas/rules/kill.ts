import {fieldOf, textOf} from './narrow.ts'
import type {Verdict} from './problem.ts'

/** A killed story is canceled; what readers get of it is one sentence. */
export function isKilled(article: unknown): boolean {
  return fieldOf(article, 'pubStatus') === 'canceled'
}

/** The agency has killed its copy: nothing made from it goes out until somebody decided. */
export function notKilledAtSource(record: unknown): Verdict {
  if (fieldOf(record, 'killFlag') !== true) return true
  return 'The agency has killed its copy: use Kill, or take the flag off the record'
}

/** @param published - The article as readers see it now, if they do */
export function revivalExplained(article: unknown, published: unknown, record: unknown): Verdict {
  const wasKilled = isKilled(published) || textOf(fieldOf(article, 'kill'), 'at') !== ''
  if (!wasKilled || isKilled(article) || textOf(record, 'republishReason') !== '') return true
  return 'The story was killed: it goes out again only with a reason'
}

export function tombstoneReadable(article: unknown): Verdict {
  if (!isKilled(article) || textOf(fieldOf(article, 'kill'), 'readerText') !== '') return true
  return 'The killed story has no sentence for its readers'
}
