import {defineQuery} from 'groq'

import {cardFields} from './fragments/card-fields.ts'
import {visible} from './fragments/visible.ts'

/** One section by `$slug` with its 40 newest stories at `$now`, or `null`. */
export const sectionBySlugQuery = defineQuery(`
  *[_type == "section" && slug.current == $slug][0]{
    _id,
    name,
    "slug": slug.current,
    "articles": *[${visible} && section._ref == ^._id] | order(publishedAt desc, _id asc)[0...40]{
      ${cardFields}
    }
  }
`)
