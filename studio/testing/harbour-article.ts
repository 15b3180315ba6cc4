import {paragraph} from './paragraph.ts'

/** An article that the rules let out, without an id. */
export const harbourArticle = {
  _type: 'article',
  headline: 'Harbour pilots return to work',
  slug: {_type: 'slug', current: 'harbour-pilots'},
  pubStatus: 'usable',
  body: [paragraph('b1', 'The pilots sail again.')],
}
