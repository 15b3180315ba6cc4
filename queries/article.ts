import {defineQuery} from 'groq'

import {readerFields} from './fragments/reader-fields.ts'
import {visible} from './fragments/visible.ts'

/**
 * One article by its slug, present or former, or `null`. Of a killed story the tombstone alone comes back:
 * `pubStatus` is `canceled` and `kill` has the sentence for readers. `$now` (ISO 8601) hides what is under embargo.
 */
export const articleBySlugQuery = defineQuery(`
  *[_type == "article" && (slug.current == $slug || $slug in formerSlugs)
    && (pubStatus == "canceled" || (${visible}))
  ] | order(select(slug.current == $slug => 0, 1) asc, _id asc)[0]{
    ${readerFields}
  }
`)
