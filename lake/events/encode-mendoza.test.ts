import fc from 'fast-check'
import {applyPatch} from 'mendoza'
import {expect, test} from 'vitest'

import {encodeMendoza} from './encode-mendoza.ts'

test('a typed letter is a slice, the letters and nothing else', () => {
  expect(encodeMendoza({title: 'One'}, {title: 'One up'})).toEqual([11, 0, 23, 0, 3, 22, ' up', 15])
})

test('offsets count UTF-8 bytes', () => {
  expect(encodeMendoza({title: 'Åé€'}, {title: 'Åé€!'})).toEqual([11, 0, 23, 0, 7, 22, '!', 15])
})

test('making and deleting a document have the forms that the Studio looks for', () => {
  expect(encodeMendoza(undefined, {_id: 'a'})).toEqual([0, {_id: 'a'}])
  expect(encodeMendoza({_id: 'a'}, undefined)).toEqual([0, null])
})

test('a changed element of a keyed array is patched in place', () => {
  const before = {
    body: [
      {_key: 'a', text: 'one'},
      {_key: 'b', text: 'two'},
    ],
  }
  const after = {
    body: [
      {_key: 'b', text: 'two!'},
      {_key: 'a', text: 'one'},
    ],
  }
  expect(encodeMendoza(before, after)).toEqual([
    11,
    0,
    12,
    1,
    11,
    1,
    23,
    0,
    3,
    22,
    '!',
    15,
    16,
    21,
    0,
    1,
    15,
  ])
})

const key = fc.constantFrom('a', 'b', '_key', 'ü', 'text')
const leaf = fc.oneof(
  fc.string({unit: 'binary', maxLength: 6}),
  fc.constantFrom('', 'shared text', 'shared texts'),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const {value} = fc.letrec((tie) => ({
  value: fc.oneof(
    {depthSize: 'small'},
    leaf,
    fc.array(tie('value'), {maxLength: 5}),
    fc.dictionary(key, tie('value'), {maxKeys: 4, noNullPrototype: true}),
  ),
}))
const document = fc.dictionary(key, value, {maxKeys: 5, noNullPrototype: true})

test('the official decoder makes the one document of the other', () => {
  fc.assert(
    fc.property(document, document, (left, right) => {
      expect(applyPatch(left, [...encodeMendoza(left, right)])).toEqual(right)
    }),
    {numRuns: 500},
  )
})
