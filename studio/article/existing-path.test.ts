import {expect, test} from 'vitest'

import {existingPath} from './existing-path.ts'

const article = {headline: 'Ferry stops', body: [{_key: 'b1', children: []}]}

test.for([
  ['a field', 'headline', ['headline']],
  ['an empty field', 'standfirst', ['standfirst']],
  ['a paragraph', 'body[_key=="b1"]', ['body', {_key: 'b1'}]],
  ['a field of a paragraph', 'body[_key=="b1"].style', ['body', {_key: 'b1'}, 'style']],
  ['a paragraph that is gone', 'body[_key=="b2"].children', ['body']],
  ['an array that is gone', 'keyPoints[_key=="k1"].text', ['keyPoints']],
  ['the whole article', '', []],
] as const)('opens %s', ([, path, opened]) => {
  expect(existingPath(article, path)).toEqual(opened)
})
