import {expect, test} from 'vitest'

import {headLength} from './head-limit.ts'

test.for([
  ['headline', 'Ferry stops', {}, {count: 11, limit: 110, unit: 'characters'}],
  ['headline', 'Ferry stops', {headlineLimit: 8}, {count: 11, limit: 8, unit: 'characters'}],
  ['headline', 'Zoe\u0308', {headlineLimit: 8}, {count: 3, limit: 8, unit: 'characters'}],
  ['headlineShort', '', undefined, {count: 0, limit: 60, unit: 'characters'}],
  [
    'standfirst',
    'Talks go on',
    {standfirstLimit: 200},
    {count: 11, limit: 200, unit: 'characters'},
  ],
  ['keyPoint', 'Talks go on', {keyPointLimit: 2}, {count: 3, limit: 2, unit: 'words'}],
] as const)('%s “%s” at %o: %o', ([head, text, publication, length]) => {
  expect(headLength(head, text, publication)).toEqual(length)
})
