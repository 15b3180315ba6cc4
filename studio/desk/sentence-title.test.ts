import {expect, test} from 'vitest'

import {sentenceTitle, withSentenceTitles} from './sentence-title.ts'

test.for([
  ['authorNote', 'Author note'],
  ['firstPublishedAt', 'First published at'],
  ['sourceUrl', 'Source URL'],
  ['itemId', 'Item ID'],
  ['headline', 'Headline'],
  ['textSha256', 'Text sha256'],
] as const)('"%s" is read as "%s"', ([name, title]) => {
  expect(sentenceTitle(name)).toBe(title)
})

test('a title that was written stays, members without a name get none', () => {
  const type = {
    name: 'pullQuote',
    fields: [
      {name: 'bodyText', title: 'Words'},
      {
        name: 'usedIn',
        of: [{type: 'reference'}, {name: 'otherPlace', fields: [{name: 'pageNumber'}]}],
      },
    ],
  }

  expect(withSentenceTitles(type)).toEqual({
    name: 'pullQuote',
    title: 'Pull quote',
    fields: [
      {name: 'bodyText', title: 'Words'},
      {
        name: 'usedIn',
        title: 'Used in',
        of: [
          {type: 'reference'},
          {
            name: 'otherPlace',
            title: 'Other place',
            fields: [{name: 'pageNumber', title: 'Page number'}],
          },
        ],
      },
    ],
  })
})
