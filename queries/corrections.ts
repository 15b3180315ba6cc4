import {defineQuery} from 'groq'

import {visible} from './fragments/visible.ts'

/** The corrections page: the 100 stories corrected last, each with its corrections, newest first. An update is none. */
export const correctionsQuery = defineQuery(`
  *[${visible} && count(corrections[type != "update"]) > 0]{
    _id,
    headline,
    "slug": slug.current,
    publishedAt,
    "corrections": corrections[type != "update"]{_key, type, severity, at, text} | order(at desc),
    "correctedAt": (corrections[type != "update"] | order(at desc))[0].at
  } | order(correctedAt desc, _id asc)[0...100]
`)
