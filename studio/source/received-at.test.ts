import {expect, test} from 'vitest'

import {receivedAtText} from './received-at.ts'

test.for([
  ['en-GB', 'Europe/London', '23 Nov 2026, 20:01 GMT'],
  ['en-GB', 'Asia/Kuala_Lumpur', '24 Nov 2026, 04:01 GMT+8'],
  ['fr-FR', 'Europe/London', '23 nov. 2026, 20:01 UTC+0'],
] as const)('a time has its zone: %s, %s', ([locale, zone, text]) => {
  expect(receivedAtText('2026-11-23T20:01:59Z', locale, zone)).toBe(text)
})
