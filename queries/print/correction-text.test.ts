import {expect, test} from 'vitest'

import {correctionText} from './correction-text.ts'

const fare = {type: 'correction', at: '2026-11-22T23:30:00Z', text: 'The fare is 12, not 21.'}

test.for([
  ['by its day in UTC', fare, undefined, 'Correction, 22 November 2026: The fare is 12, not 21.'],
  [
    'by its day in the paper’s zone',
    fare,
    'Europe/Oslo',
    'Correction, 23 November 2026: The fare is 12, not 21.',
  ],
  [
    'by its kind',
    {...fare, type: 'editorsNote', at: null},
    undefined,
    'Editor’s note: The fare is 12, not 21.',
  ],
  ['without a kind', {text: 'The fare is 12.'}, undefined, 'Correction: The fare is 12.'],
  ['without text not at all', {...fare, text: ' '}, undefined, ''],
] as const)('a correction is printed %s', ([, correction, timeZone, expected]) => {
  expect(correctionText(correction, timeZone)).toBe(expected)
})
