import {expect, test} from 'vitest'

import {
  keyPointCount,
  keyPointNotRepeated,
  keyPointPresent,
  keyPointWithinLimit,
} from './key-points.ts'

test.for([
  [undefined, true],
  [[], true],
  [[1], 'A story has no key points or two to five, not 1'],
  [[1, 2], true],
  [[1, 2, 3, 4, 5], true],
  [[1, 2, 3, 4, 5, 6], 'A story has no key points or two to five, not 6'],
  ['text', true],
] as const)('keyPointCount: %o', ([keyPoints, expected]) => {
  expect(keyPointCount(keyPoints)).toBe(expected)
})

test.for([
  [{text: 'Ferry returns'}, true],
  [{text: ' '}, 'The key point is empty'],
  [{}, 'The key point is empty'],
] as const)('keyPointPresent: %o', ([keyPoint, expected]) => {
  expect(keyPointPresent(keyPoint)).toBe(expected)
})

test.for([
  [{text: 'Ferry  returns on Friday'}, true],
  [{text: 'Ferry returns on Friday night'}, 'The key point has 5 words, more than 4'],
  [null, true],
] as const)('keyPointWithinLimit of 4: %o', ([keyPoint, expected]) => {
  expect(keyPointWithinLimit(keyPoint, 4)).toBe(expected)
})

const article = {
  standfirst: 'Night service is back',
  keyPoints: [{text: 'Ferry returns'}, {text: 'ferry returns.'}],
  body: [{_type: 'block', children: [{text: 'Pilots agreed on Monday.'}]}],
}

test.for([
  ['Ferry returns', 'The key point repeats another one'],
  ['Night service is back.', 'The key point repeats the standfirst'],
  ['Pilots agreed on Monday', 'The key point repeats the first paragraph'],
  ['Fares go up', true],
  ['', true],
] as const)('keyPointNotRepeated: %s', ([text, expected]) => {
  expect(keyPointNotRepeated({text}, article)).toBe(expected)
})

test('a key point does not repeat itself', () => {
  const keyPoints = [{text: 'Ferry returns'}, {text: 'Fares go up'}] as const
  expect(keyPointNotRepeated(keyPoints[0], {keyPoints})).toBe(true)
})
