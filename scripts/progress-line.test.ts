import {expect, test} from 'vitest'

import {progressLine} from './progress-line.ts'

test.for([
  [0, 50, 0, '0 of 50 texts'],
  [1200, 10_000, 3000, '1,200 of 10,000 texts, 400 a second, 22 s left'],
  [5, 1000, 1000, '5 of 1,000 texts, 5.0 a second, 3 min left'],
  [1200, undefined, 3000, '1,200 texts, 400 a second'],
  [100, 100_000, 10_000, '100 of 100,000 texts, 10 a second, 2.8 h left'],
] as const)('%i of %s after %i ms: %s', ([done, total, elapsed, line]) => {
  expect(progressLine('texts', done, total, elapsed)).toBe(line)
})
