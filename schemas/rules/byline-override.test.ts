import {expect, test} from 'vitest'

import {overrideExplained, overrideNamesAll} from './byline-override.ts'

test.for([
  [{bylineOverride: {text: 'Ann Lee'}}, {}, 'The byline is typed by hand without a reason'],
  [{bylineOverride: {text: 'Ann Lee'}}, undefined, 'The byline is typed by hand without a reason'],
  [{bylineOverride: {text: 'Ann Lee'}}, {bylineOverrideReason: 'Asked for by the desk'}, true],
  [{bylineOverride: {text: ' '}}, {}, true],
  [{}, {}, true],
] as const)('overrideExplained: %o with the record %o', ([article, record, expected]) => {
  expect(overrideExplained(article, record)).toBe(expected)
})

const bylines = [
  {role: 'by', contributor: {_ref: 'contributor-ann'}},
  {role: 'by', nameAsWritten: 'Bo Ek'},
  {role: 'editing', nameAsWritten: 'Cy Orr'},
]
const contributors = [{_id: 'contributor-ann', name: 'Ann M. Lee', bylineName: 'Ann Lee'}]

test.for([
  ['Ann Lee and Bo Ek on board', true],
  ['Bo Ek', 'The byline typed by hand leaves out "Ann Lee"'],
  ['Our correspondents', 'The byline typed by hand leaves out "Ann Lee", "Bo Ek"'],
] as const)('overrideNamesAll: %s', ([text, expected]) => {
  expect(overrideNamesAll({bylines, bylineOverride: {text}}, contributors)).toBe(expected)
})

test('a contributor who is not at hand cannot be missed', () => {
  expect(overrideNamesAll({bylines, bylineOverride: {text: 'Bo Ek'}}, [])).toBe(true)
})
