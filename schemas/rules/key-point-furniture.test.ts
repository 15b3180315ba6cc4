import {expect, test} from 'vitest'

import {namedAgencies} from './agency-names.ts'
import {keyPointNoFurniture} from './key-point-furniture.ts'

test.for([
  ['Ferry returns (Reuters)', 'The key point holds the credit "Reuters"'],
  ['Ferry returns. REUTERS', 'The key point holds the credit "REUTERS"'],
  ['Reporting by A Lee; Editing by B Ek', 'The key point is a credit line'],
  ['PHOTO: COURIER FILE', 'The key point is a credit line'],
  ['The Courier is now on Telegram', 'The key point is house promo, not news'],
  ['Read more: fares go up', 'The key point is house promo, not news'],
  ['Readers sign up for ferry newsletters', true],
  ['Reuters names new editor', true],
  [undefined, true],
] as const)('keyPointNoFurniture: %s', ([text, expected]) => {
  expect(keyPointNoFurniture({text}, namedAgencies())).toBe(expected)
})
