import {defineQuery} from 'groq'

import {cardFields} from './fragments/card-fields.ts'
import {pictureFields} from './fragments/picture-fields.ts'
import {visible} from './fragments/visible.ts'

/** One contributor by `$slug` with the 40 newest stories that name them in the byline, or `null`. */
export const contributorBySlugQuery = defineQuery(`
  *[_type == "contributor" && slug.current == $slug][0]{
    _id,
    "name": coalesce(bylineName, name),
    "slug": slug.current,
    jobTitle,
    affiliation,
    bio,
    "portrait": portrait{${pictureFields}},
    sameAs,
    "articles": *[${visible} && ^._id in bylines[].contributor._ref]
      | order(publishedAt desc, _id asc)[0...40]{${cardFields}}
  }
`)
