import {defineQuery} from 'groq'

import {cardFields} from './fragments/card-fields.ts'
import {visible} from './fragments/visible.ts'

/**
 * The front page: the newest stories, and the newest of every section in the order of the navigation.
 * `$now` (ISO 8601) hides what is still under embargo; round it to the minute, so that answers can be cached.
 */
export const frontPageQuery = defineQuery(`{
  "newest": *[${visible}] | order(publishedAt desc, _id asc)[0...20]{${cardFields}},
  "sections": *[_type == "section"] | order(order asc, name asc){
    _id,
    name,
    "slug": slug.current,
    "articles": *[${visible} && section._ref == ^._id] | order(publishedAt desc, _id asc)[0...5]{
      ${cardFields}
    }
  }
}`)
