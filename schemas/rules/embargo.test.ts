import {expect, test} from 'vitest'

import {embargoUnderstood, notBeforeEmbargo} from './embargo.ts'

const embargo = {active: true, until: '2026-11-23T06:00:00Z', timeZone: 'Europe/London'}
const clearance = {by: 'Ann Lee', at: '2026-11-22T12:00:00Z', reason: 'Lifted by telephone'}
const noEnd = 'Cannot publish: the embargo has no end; clear it with a reason'

test.for([
  [
    'one second early is refused',
    '2026-11-23T05:59:59Z',
    embargo,
    undefined,
    'Cannot go out on Monday, 23 November 2026 at 05:59 GMT (Europe/London): the embargo lifts on Monday, 23 November 2026 at 06:00 GMT (Europe/London)',
  ],
  ['the instant itself is allowed', '2026-11-23T06:00:00Z', embargo, undefined, true],
  ['another zone is the same instant', '2026-11-23T07:00:00+01:00', embargo, undefined, true],
  [
    'a clearance does not shorten a known end',
    '2026-11-23T05:00:00Z',
    embargo,
    clearance,
    'Cannot go out on Monday, 23 November 2026 at 05:00 GMT (Europe/London): the embargo lifts on Monday, 23 November 2026 at 06:00 GMT (Europe/London)',
  ],
  [
    'a time that cannot be read is refused',
    'soon',
    embargo,
    undefined,
    'Cannot go out on soon: the embargo lifts on Monday, 23 November 2026 at 06:00 GMT (Europe/London)',
  ],
  ['no end is refused', '2026-11-23T06:00:00Z', {active: true}, undefined, noEnd],
  [
    'an end that is no date is no end',
    '2026-11-23T06:00:00Z',
    {active: true, until: 'Friday'},
    undefined,
    noEnd,
  ],
  [
    'a clearance without reason is none',
    '2026-11-23T06:00:00Z',
    {active: true},
    {by: 'Ann Lee'},
    noEnd,
  ],
  ['no end is allowed once cleared', '2026-11-23T06:00:00Z', {active: true}, clearance, true],
  [
    'not active is no embargo',
    '2026-11-23T05:00:00Z',
    {...embargo, active: false},
    undefined,
    true,
  ],
  ['nothing is no embargo', '2026-11-23T05:00:00Z', undefined, undefined, true],
] as const)('notBeforeEmbargo: %s', ([, goesOutAt, stored, cleared, expected]) => {
  expect(notBeforeEmbargo(goesOutAt, stored, cleared)).toBe(expected)
})

const received = {textAsReceived: 'EMBARGOED FOR THE MORNING PAPERS'}

test.for([
  [
    'wording without a time fails closed',
    received,
    undefined,
    'Cannot publish: the copy says "EMBARGOED FOR THE MORNING PAPERS"; set a time or clear it with a reason',
  ],
  ['a clearance opens it', received, clearance, true],
  ['a time makes it understood', {...received, until: '2026-11-23T06:00:00Z'}, undefined, true],
  ['an active one is the other rule’s', {...received, active: true}, undefined, true],
  ['no wording is nothing to understand', {}, undefined, true],
] as const)('embargoUnderstood: %s', ([, stored, cleared, expected]) => {
  expect(embargoUnderstood(stored, cleared)).toBe(expected)
})
