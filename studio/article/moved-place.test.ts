import fc from 'fast-check'
import {expect, test} from 'vitest'

import {movedPlace} from './moved-place.ts'

test.for([
  ['Ferries| sail', 'Now: Ferries| sail'],
  ['Ferries| sail', 'Ferries| sail again'],
  ['Ferries| sail', 'Ferries| do not sail'],
  ['|Ferries sail', '|Now: Ferries sail'],
  ['Ferries sail|', 'Ferries sail| again'],
  ['Ferries sa|il', 'Boats|'],
  ['Ferries sa|il', '|'],
] as const)('%s becomes %s', ([before, after]) => {
  const place = movedPlace(before.indexOf('|'), before.replace('|', ''), after.replace('|', ''))
  expect(place).toBe(after.indexOf('|'))
})

test('a place keeps what stands on its side of the change', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.boolean(), (one, typed, other, first) => {
      // Whoever types a letter that stands there already may have typed either of the two.
      fc.pre(typed !== '' && one.at(-1) !== typed.at(-1) && other[0] !== typed[0])
      const place = first ? one.length : one.length + other.length
      const stays = place === one.length
      expect(movedPlace(place, one + other, one + typed + other)).toBe(
        stays ? place : place + typed.length,
      )
    }),
  )
})
