import {expect, test} from 'vitest'

import {zonedText} from './zoned-text.ts'

test.for([
  ['Asia/Kolkata', 'Tuesday, 24 November 2026 at 11:30 GMT+5:30 (Asia/Kolkata)'],
  ['Europe/London', 'Tuesday, 24 November 2026 at 06:00 GMT (Europe/London)'],
  ['Mars/Olympus', 'Tuesday, 24 November 2026 at 06:00 UTC'],
  ['', 'Tuesday, 24 November 2026 at 06:00 UTC'],
] as const)('a time is printed with its zone, here "%s"', ([timeZone, expected]) => {
  expect(zonedText('2026-11-24T06:00:00.000Z', timeZone)).toBe(expected)
})

test('what is no time stays as it is', () => {
  expect(zonedText('soon', 'Europe/London')).toBe('soon')
})
