import {expect, test} from 'vitest'

import {headLength, headLengthText} from './head-limit.ts'

test.for([
  ['headline', 'Ferry stops', {}, '11 of 110 characters'],
  ['headline', 'Ferry stops', {headlineLimit: 8}, '11 of 8 characters, 3 too many'],
  ['headline', 'Zoe\u0308', {headlineLimit: 8}, '3 of 8 characters'],
  ['headlineShort', '', undefined, '0 of 60 characters'],
  ['standfirst', 'Talks go on', {standfirstLimit: 200}, '11 of 200 characters'],
  ['keyPoint', 'Talks go on', {keyPointLimit: 2}, '3 of 2 words, 1 too many'],
] as const)('%s “%s” at %o: %s', ([head, text, publication, length]) => {
  expect(headLengthText(headLength(head, text, publication))).toBe(length)
})
