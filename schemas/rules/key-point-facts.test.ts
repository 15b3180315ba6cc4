import {expect, test} from 'vitest'

import {keyPointBorneOut} from './key-point-facts.ts'

const text =
  'Harbour master Ada Lee’s office said on Friday that 1,200 of three thousand cabins, or 40.5 per cent, were booked by Norsk Ferge.'
const body = [{_type: 'block', children: [{text}]}]

test.for([
  ['Cabins at 40.5 per cent by Friday', true],
  ['Office of Lee counts 1200 cabins', true],
  ['Only 3 thousand cabins at Norsk', true],
  ['Some 1,300 cabins booked', 'Not in the text: "1,300"'],
  ['All nine cabins booked', 'Not in the text: "nine"'],
  ['Cabins booked by Saturday, says Eva', 'Not in the text: "Saturday", "Eva"'],
  ['Ferries sail', true],
  ['', true],
] as const)('keyPointBorneOut: %s', ([keyPoint, expected]) => {
  expect(keyPointBorneOut({text: keyPoint}, body)).toBe(expected)
})

test('a key point without a body is not borne out', () => {
  expect(keyPointBorneOut({text: 'Office of Lee'}, undefined)).toBe('Not in the text: "Lee"')
})
