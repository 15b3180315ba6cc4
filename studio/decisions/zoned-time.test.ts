import {expect, test} from 'vitest'

import {instantInZone} from './zoned-time.ts'

test.for([
  ['2026-11-24T06:00', 'Europe/London', '2026-11-24T06:00:00.000Z'],
  ['2026-07-24T06:00', 'Europe/London', '2026-07-24T05:00:00.000Z'],
  ['2026-11-24T00:01', 'Asia/Kolkata', '2026-11-23T18:31:00.000Z'],
  ['2026-11-24T00:30', 'Pacific/Kiritimati', '2026-11-23T10:30:00.000Z'],
  // The hour that comes twice: the later one
  ['2026-10-25T01:30', 'Europe/London', '2026-10-25T01:30:00.000Z'],
  // The hour that never comes
  ['2026-03-29T01:30', 'Europe/London', undefined],
  ['tomorrow', 'Europe/London', undefined],
] as const)('the clock %s in %s is %s', ([local, timeZone, expected]) => {
  expect(instantInZone(local, timeZone)).toBe(expected)
})
