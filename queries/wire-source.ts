import {defineQuery} from 'groq'

import {cardFields} from './fragments/card-fields.ts'
import {visible} from './fragments/visible.ts'

/** One agency by `$code` with the 40 newest stories that credit it, or `null`. */
export const wireSourceByCodeQuery = defineQuery(`
  *[_type == "wireSource" && code == $code][0]{
    _id,
    name,
    code,
    kind,
    url,
    "articles": *[${visible} && ^._id in wireCredits[].source._ref]
      | order(publishedAt desc, _id asc)[0...40]{${cardFields}}
  }
`)
