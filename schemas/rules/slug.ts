import {stringsOf, textOf, fieldOf} from './narrow.ts'
import type {Verdict} from './problem.ts'
import {say} from './say.ts'

/** A story has an address. */
export function slugPresent(slug: unknown): Verdict {
  return textOf(slug, 'current') !== '' || say('slug-missing')
}

/** @param taken - Whether another article has this slug, now or formerly */
export function slugFree(slug: unknown, taken: boolean): Verdict {
  return !taken || say('slug-taken', {slug: textOf(slug, 'current')})
}

/** A changed address is worth knowing; whether the former one still leads here is said with it. */
export function slugKept(article: unknown, published: unknown): Verdict {
  const before = textOf(fieldOf(published, 'slug'), 'current')
  const now = textOf(fieldOf(article, 'slug'), 'current')
  if (before === '' || textOf(published, 'firstPublishedAt') === '' || before === now) return true
  return stringsOf(article, 'formerSlugs').includes(before)
    ? say('slug-was-kept', {slug: before})
    : say('slug-was-lost', {slug: before})
}
