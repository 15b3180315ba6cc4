import {defineQuery} from 'groq'

import {cardFields} from './fragments/card-fields.ts'
import {visible} from './fragments/visible.ts'

/** One title of the house by `$code`: how it prints, and its 40 newest stories; or `null`. */
export const publicationByCodeQuery = defineQuery(`
  *[_type == "publication" && code == $code][0]{
    _id,
    name,
    code,
    "slug": slug.current,
    timeZone,
    language,
    leadInPolicy,
    endCreditPolicy,
    "articles": *[${visible} && publication._ref == ^._id] | order(publishedAt desc, _id asc)[0...40]{
      ${cardFields}
    }
  }
`)
