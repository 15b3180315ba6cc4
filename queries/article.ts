import {defineQuery} from 'groq'

import {bodyFields} from './fragments/body-fields.ts'
import {creditFields} from './fragments/credit-fields.ts'
import {pictureFields} from './fragments/picture-fields.ts'
import {visible} from './fragments/visible.ts'

/** What every answer by slug has. `slug` is the address today: send readers of a former one there. */
const addressFields = /* groq */ `
  _id,
  "slug": slug.current
`

/**
 * One article by its slug, present or former, or `null`. Of a killed story the tombstone alone comes back:
 * `pubStatus` is `canceled` and `kill` has the sentence for readers. `$now` (ISO 8601) hides what is under embargo.
 */
export const articleBySlugQuery = defineQuery(`
  *[_type == "article" && (slug.current == $slug || $slug in formerSlugs)
    && (pubStatus == "canceled" || (${visible}))
  ] | order(select(slug.current == $slug => 0, 1) asc, _id asc)[0]{
    ...select(
      pubStatus == "canceled" => {
        ${addressFields},
        "pubStatus": "canceled",
        "kill": kill{at, readerText}
      },
      {
        ${addressFields},
        "pubStatus": "usable",
        headline,
        headlineShort,
        headlineSeo,
        kicker,
        standfirst,
        "keyPoints": keyPoints[]{_key, text},
        ${creditFields},
        "dateline": dateline{text, place, country, date},
        usageTerms,
        copyrightNotice,
        copyrightHolder,
        syndication,
        "leadImage": leadImage{${pictureFields}},
        "body": body[]{${bodyFields}},
        authorNote,
        readerNote,
        "publication": publication->{name, code, timeZone, language, leadInPolicy, endCreditPolicy},
        "section": section->{name, "slug": slug.current},
        "topics": topics[]->{label, qcode, "slug": slug.current},
        genre,
        language,
        urgency,
        firstPublishedAt,
        publishedAt,
        contentUpdatedAt,
        "corrections": corrections[]{_key, type, severity, at, text},
        "updateOf": *[${visible} && _id == ^.updateOf._ref][0]{_id, headline, "slug": slug.current}
      }
    )
  }
`)
