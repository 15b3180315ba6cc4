import {expect, test} from 'vitest'

import {bodyPresent, residueIn} from './body.ts'

test.for([
  ['The ferry sails.', []],
  ['The ferry  sails.', ['The paragraph holds two spaces in a row']],
  ["``It sails,'' she said.", ["The paragraph holds quotation marks of the wire (`` or '')"]],
  ['It sails _ on Friday.', ['The paragraph holds a stray "_"']],
  ['Write to night_ferry.', []],
  ['EU\uFFFDs ferry', ['The paragraph holds a character that could not be read']],
  ['It sails. Enditem', ['The paragraph holds an end mark']],
  ['It sails. (END)', ['The paragraph holds an end mark']],
  [
    'It sails  on. MORE',
    ['The paragraph holds two spaces in a row', 'The paragraph holds an end mark'],
  ],
  ['They want more', []],
] as const)('residueIn: %s', ([text, expected]) => {
  expect(residueIn(text)).toEqual(expected)
})

const body = [{_type: 'block', children: [{text: 'It sails.'}]}]

test.for([
  [{genre: 'news', body}, true],
  [{genre: 'news', body: []}, 'The story has no text'],
  [{body: [{_type: 'block', children: [{text: ' '}]}]}, 'The story has no text'],
  [{genre: 'live'}, true],
] as const)('bodyPresent: %o', ([article, expected]) => {
  expect(bodyPresent(article)).toBe(expected)
})
