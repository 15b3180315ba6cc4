import {pictureFields} from './picture-fields.ts'
import {visible} from './visible.ts'

/**
 * The body as Portable Text. Where it points to another story, that story comes along only while readers may see it:
 * `article` is `null` for a killed, withheld or embargoed one. Spread inside `body[]{…}`.
 */
export const bodyFields = /* groq */ `
  ...,
  _type == "block" => {
    markDefs[]{
      ...,
      _type == "internalLink" => {
        "article": *[${visible} && _id == ^.article._ref][0]{_id, headline, "slug": slug.current}
      }
    }
  },
  _type == "articleImage" => {${pictureFields}},
  _type == "relatedArticle" => {
    "article": *[${visible} && _id == ^.article._ref][0]{_id, headline, "slug": slug.current}
  }
`
