import {expect, test} from 'vitest'

import {correctionComplete} from './correction.ts'

const at = '2026-11-20T06:00:00Z'

test.for([
  [{text: 'The fare is 12', at}, true],
  [{text: 'The fare is 12'}, 'The correction has no date'],
  [{at}, 'The correction has no text'],
  [{text: ' ', at: 'Friday'}, 'The correction has no text and no date'],
  [undefined, true],
] as const)('correctionComplete: %o', ([correction, expected]) => {
  expect(correctionComplete(correction)).toBe(expected)
})
