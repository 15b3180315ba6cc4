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
  [1, 'en-GB', '1m'],
  [60 * MINUTE, 'en-GB', '1h'],
  [61 * MINUTE, 'en-GB', '1h 1m'],
  [51 * 60 * MINUTE, 'en-GB', '2d 3h'],
  [0, 'en-GB', '0m'],
  [51 * 60 * MINUTE, 'fr-FR', '2j 3h'],
] as const)('durationText: %i ms is, in %s, "%s"', ([length, locale, text]) => {
  expect(durationText(length, locale)).toBe(text)
})
