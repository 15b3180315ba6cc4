import {expect, test} from 'vitest'

import {shortTime} from './short-time.ts'

const now = new Date('2026-11-23T20:00:00Z')

test.for([
  ['2026-11-23T23:01:00Z', 'Europe/Paris', 'en-GB', '24 Nov, 00:01 CET'],
  ['2027-11-23T23:01:00Z', 'Europe/Paris', 'en-GB', '24 Nov 2027, 00:01 CET'],
  ['2026-11-23T23:01:00Z', '', 'en-GB', '23 Nov, 23:01 UTC'],
  ['2026-11-23T23:01:00Z', 'Mars/Olympus', 'en-GB', '23 Nov, 23:01 UTC'],
  ['2027-11-23T23:01:00Z', 'Europe/Paris', 'de-DE', '24. Nov. 2027, 00:01 MEZ'],
] as const)('%s in "%s" (%s) is %s', ([at, timeZone, locale, expected]) => {
  expect(shortTime(Date.parse(at), timeZone, {now, locale})).toBe(expected)
})
