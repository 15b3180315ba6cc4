import {expect, test} from 'vitest'

import {notKilledAtSource, revivalExplained, tombstoneReadable} from './kill.ts'

test.for([
  [{killFlag: true}, 'The agency has killed its copy: use Kill, or take the flag off the record'],
  [{killFlag: false}, true],
  [undefined, true],
] as const)('notKilledAtSource: %o', ([record, expected]) => {
  expect(notKilledAtSource(record)).toBe(expected)
})

const usable = {pubStatus: 'usable'}
const canceled = {pubStatus: 'canceled'}
const refused = 'The story was killed: it goes out again only with a reason'

test.for([
  ['never killed', usable, usable, {}, true],
  ['killed for readers', usable, canceled, {}, refused],
  [
    'killed in the draft’s own history',
    {...usable, kill: {at: '2026-11-20T06:00:00Z'}},
    undefined,
    {},
    refused,
  ],
  ['revived with a reason', usable, canceled, {republishReason: 'The agency took it back'}, true],
  ['still killed', canceled, canceled, {}, true],
] as const)('revivalExplained: %s', ([, article, published, record, expected]) => {
  expect(revivalExplained(article, published, record)).toBe(expected)
})

test.for([
  [{...canceled, kill: {readerText: 'This story was withdrawn'}}, true],
  [canceled, 'The killed story has no sentence for its readers'],
  [usable, true],
] as const)('tombstoneReadable: %o', ([article, expected]) => {
  expect(tombstoneReadable(article)).toBe(expected)
})
