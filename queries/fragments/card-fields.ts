import {creditFields} from './credit-fields.ts'
import {pictureFields} from './picture-fields.ts'

/** What a card on a front page or a list needs. Spread inside an `article` projection. */
export const cardFields = /* groq */ `
  _id,
  headline,
  headlineShort,
  kicker,
  standfirst,
  "slug": slug.current,
  genre,
  urgency,
  publishedAt,
  contentUpdatedAt,
  "section": section->{name, "slug": slug.current},
  "leadImage": leadImage{${pictureFields}},
  ${creditFields}
`
