import {Schema} from '@sanity/schema'
import {expect, test} from 'vitest'

import {schemaTypes} from '../../schemas/index.ts'
import {fieldTitle} from './field-title.ts'

const article = Schema.compile({name: 'desk', types: schemaTypes}).get('article')

test.for([
  ['headline', 'Headline'],
  ['leadImage.alt', 'Lead picture, Alternative text'],
  ['body[_key=="b4"].credit', 'Body, Credit'],
  ['bylines[_key=="b1"]', 'Byline'],
  ['', ''],
] as const)('fieldTitle: "%s" is "%s"', ([path, title]) => {
  expect(fieldTitle(article, path)).toBe(title)
})
