import {instantOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

/** A story is not dated before it first came out. */
export function notBeforeFirstPublished(article: unknown): Verdict {
  const first = instantOf(article, 'firstPublishedAt')
  const published = instantOf(article, 'publishedAt')
  const inOrder = first === undefined || published === undefined || published >= first
  return inOrder || say('published-before-first')
}
