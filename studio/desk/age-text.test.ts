import {expect, test} from 'vitest'

import {ageText, durationText} from './age-text.ts'

const MINUTE = 60_000

test.for([
  [-MINUTE, 'now'],
  [59_000, 'now'],
  [12 * MINUTE, '12 min. ago'],
  [90 * MINUTE, '1 hr. ago'],
  [25 * 60 * MINUTE, 'yesterday'],
  [72 * 60 * MINUTE, '3 days ago'],
] as const)('ageText: %i ms is "%s"', ([age, text]) => {
  expect(ageText(age, 'en-US')).toBe(text)
})

test('ageText speaks the language of the editor', () => {
  expect(ageText(25 * 60 * MINUTE, 'de-DE')).toBe('gestern')
})

test.for([
  [1, '1 min'],
  [60 * MINUTE, '1 h'],
  [61 * MINUTE, '1 h 1 min'],
  [51 * 60 * MINUTE, '2 d 3 h'],
  [0, '0 min'],
] as const)('durationText: %i ms is "%s"', ([length, text]) => {
  expect(durationText(length)).toBe(text)
})
