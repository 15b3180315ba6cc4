import {bodyFields} from './body-fields.ts'
import {creditFields} from './credit-fields.ts'
import {pictureFields} from './picture-fields.ts'
import {visible} from './visible.ts'

/** What every answer by slug has. `slug` is the address today: send readers of a former one there. */
const addressFields = /* groq */ `
  _id,
  "slug": slug.current
`

/** What its reader gets of an article: of a killed one the tombstone alone. Spread inside a projection of the article. */
export const readerFields = /* groq */ `
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
`
