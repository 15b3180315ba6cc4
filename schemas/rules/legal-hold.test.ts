import {expect, test} from 'vitest'

import {noLegalHold} from './legal-hold.ts'

test.for([
  [{legalHold: true}, 'The story is on legal hold'],
  [{legalHold: false}, true],
  [undefined, true],
] as const)('noLegalHold: %o', ([record, expected]) => {
  expect(noLegalHold(record)).toBe(expected)
})
