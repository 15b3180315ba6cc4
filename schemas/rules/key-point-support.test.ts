import {expect, test} from 'vitest'

import {supportUnchanged} from './key-point-support.ts'

const keyPoint = {text: 'Ferry returns', supports: ['b1']}
const articleSaying = (text: string, key = 'b1') => ({
  keyPoints: [keyPoint],
  body: [{_type: 'block', _key: key, children: [{text}]}],
})
const changed = 'The paragraph that bears this key point out has changed since'

test.for([
  ['holds while the paragraph stays', keyPoint, articleSaying('It returns.'), true],
  ['is questioned when the paragraph changes', keyPoint, articleSaying('It may return.'), changed],
  ['is new itself', {...keyPoint, text: 'Ferry may return'}, articleSaying('It may return.'), true],
  [
    'is questioned when the paragraph is gone',
    keyPoint,
    articleSaying('It returns.', 'b2'),
    'A paragraph that bore this key point out is gone',
  ],
  ['names no paragraph', {text: 'Ferry returns'}, articleSaying('It may return.'), true],
] as const)('a key point %s', ([, point, article, expected]) => {
  expect(supportUnchanged(point, article, articleSaying('It returns.'))).toBe(expected)
})
