import {expect, test} from 'vitest'

import {percentOf, shareOfAll, wireShares} from './wire-share.ts'

const snapshot = {body: [block('b1', 'THE ferry stopped on Monday.'), block('b2', 'Talks go on.')]}

test('a share for each paragraph of the body', () => {
  const article = {
    body: [
      block('b1', 'The ferry stopped early on Monday.'),
      block('new', 'Our reporter was there.'),
      {_key: 'i1', _type: 'articleImage'},
      block('b2', 'Talks go on.'),
    ],
  }
  const shares = wireShares(article, snapshot)

  expect([...shares]).toEqual([
    ['b1', {words: 6, wire: 5}],
    ['new', {words: 4, wire: 0}],
    ['b2', {words: 3, wire: 3}],
  ])
  expect(shareOfAll(shares)).toEqual({words: 13, wire: 8})
})

test.for([
  [{words: 6, wire: 5}, 83],
  [{words: 1000, wire: 999}, 99],
  [{words: 1000, wire: 1}, 1],
  [{words: 4, wire: 0}, 0],
  [{words: 4, wire: 4}, 100],
  [{words: 0, wire: 0}, 100],
] as const)('%o are %i per cent', ([share, percent]) => {
  expect(percentOf(share)).toBe(percent)
})

function block(_key: string, text: string) {
  return {_key, _type: 'block', children: [{_key: `${_key}s0`, _type: 'span', text}]}
}
