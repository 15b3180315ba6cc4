import {expect, test} from 'vitest'

import {columnsInWords, parseColumns, suggestColumns} from './column-map.ts'

test('a map of columns names a column with "=" and a value with ":"', () => {
  const map = parseColumns('text = Body text, headline=title,provider:North Wire')
  expect([...map]).toEqual([
    ['text', {type: 'column', column: 'Body text'}],
    ['headline', {type: 'column', column: 'title'}],
    ['provider', {type: 'value', value: 'North Wire'}],
  ])
  expect(columnsInWords(map)).toBe('text=Body text,headline=title,provider:North Wire')
})

test.for([
  ['body', '"body" is neither FIELD=COLUMN nor FIELD:VALUE'],
  ['text=a,weather=b', /^"weather" is no field; fields are text, headline, /u],
  ['text=a,text=b', '"text" is given twice'],
  ['headline=title', 'no column is named for the text: text=COLUMN'],
  ['text:body', 'no column is named for the text: text=COLUMN'],
] as const)('"%s" is an error that says why', ([columns, message]) => {
  expect(() => parseColumns(columns)).toThrow(message)
})

test.for([
  [
    ['Full Text', 'Headline', 'Pub Date', 'Web-URL'],
    'text=Full Text,headline=Headline,date=Pub Date,url=Web-URL',
  ],
  [['article.body', 'article.title'], 'text=article.body,headline=article.title'],
  [['id', 'content', 'agency'], 'text=content,provider=agency,itemId=id'],
  [['id', 'content'], 'text=content'],
  [['title', 'date'], undefined],
] as const)('the names %j suggest %s', ([names, columns]) => {
  expect(suggestColumns(names)).toBe(columns)
})
