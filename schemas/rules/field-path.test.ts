import fc from 'fast-check'
import {expect, test} from 'vitest'

import {fieldPath} from './field-path.ts'
import {itemPath} from './judge.ts'

test.for([
  ['', []],
  ['headline', ['headline']],
  ['bylineOverride.text', ['bylineOverride', 'text']],
  ['keyPoints[_key=="k1"].text', ['keyPoints', {_key: 'k1'}, 'text']],
  ['bylines[2].role', ['bylines', 2, 'role']],
] as const)('fieldPath: %s', ([path, expected]) => {
  expect(fieldPath(path)).toEqual(expected)
})

test('every key comes back as it was', () => {
  const key = fc.string({minLength: 1, maxLength: 30}).filter((text) => text === text.trim())
  fc.assert(
    fc.property(key, (_key) => {
      expect(fieldPath(itemPath('body', {_key}, 0))).toEqual(['body', {_key}])
    }),
  )
})
