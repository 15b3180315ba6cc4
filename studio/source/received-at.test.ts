import {expect, test} from 'vitest'

import {receivedAtText} from './received-at.ts'

test.for([
  ['Europe/London', '23 Nov 2026, 20:01 GMT'],
  ['Asia/Kuala_Lumpur', '24 Nov 2026, 04:01 GMT+8'],
] as const)('a time has its zone: %s', ([zone, text]) => {
  expect(receivedAtText('2026-11-23T20:01:59Z', zone)).toBe(text)
})
