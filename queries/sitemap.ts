import {defineQuery} from 'groq'

import {visible} from './fragments/visible.ts'

/**
 * A page of at most 1,000 addresses, in the order of `_id`. `$after` is the `_id` of the last one of the page before,
 * `""` for the first page; a page with fewer is the last.
 */
export const sitemapPageQuery = defineQuery(`
  *[${visible} && defined(slug.current) && _id > $after] | order(_id asc)[0...1000]{
    _id,
    headline,
    "slug": slug.current,
    language,
    publishedAt,
    "lastModified": coalesce(contentUpdatedAt, publishedAt),
    "publication": publication->name
  }
`)
