import {stringsOf, textOf, fieldOf} from './narrow.ts'
import type {Verdict} from './problem.ts'

/** A story has an address. */
export function slugPresent(slug: unknown): Verdict {
  return textOf(slug, 'current') !== '' || 'The story has no slug: generate one from the headline'
}

/** @param taken - Whether another article has this slug, now or formerly */
export function slugFree(slug: unknown, taken: boolean): Verdict {
  return !taken || `The slug "${textOf(slug, 'current')}" belongs to another article`
}

/** A changed address is worth knowing; whether the former one still leads here is said with it. */
export function slugKept(article: unknown, published: unknown): Verdict {
  const before = textOf(fieldOf(published, 'slug'), 'current')
  const now = textOf(fieldOf(article, 'slug'), 'current')
  if (before === '' || textOf(published, 'firstPublishedAt') === '' || before === now) return true
  return stringsOf(article, 'formerSlugs').includes(before)
    ? `The slug was "${before}" when the story was published; that address still leads here`
    : `The slug was "${before}" when the story was published; that address leads nowhere`
}
