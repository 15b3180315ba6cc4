import {expect, test} from 'vitest'

import {repairOf} from './repairs.ts'
import {MAY_BE_UNTIDY, SIGN, signOf, signsOf} from './signs.ts'

const CHARACTERS = Array.from({length: 0x1_00_00}, (_, code) => String.fromCharCode(code))

test('space is what a pattern takes for white space', () => {
  const spaces = CHARACTERS.filter((_, code) => signOf(code) & SIGN.space)
  expect(spaces).toEqual(CHARACTERS.filter((character) => /\s/u.test(character)))
})

test('every character that is mended is a sign of untidy copy', () => {
  const mended = CHARACTERS.filter((character) => repairOf(character) !== undefined)
  expect(mended.filter((character) => !(signsOf(character) & MAY_BE_UNTIDY))).toEqual([])
})
