import {expect, test} from 'vitest'

import {staffWroteIt} from './staff-byline.ts'

const bodyOf = (...texts: readonly string[]) =>
  texts.map((text) => ({_type: 'block', style: 'normal', children: [{text}]}))
const wire = {
  provider: 'AFP',
  parsed: JSON.stringify({body: bodyOf('The ferry sails on Friday.', 'Pilots agreed.')}),
}
const contributors = [
  {_id: 'contributor-ann', kind: 'staff'},
  {_id: 'contributor-bo', kind: 'agency'},
]
const ann = {role: 'by', contributor: {_ref: 'contributor-ann'}}
const bo = {role: 'by', contributor: {_ref: 'contributor-bo'}}
const nearlyAll = 'The byline names only staff, but the text is nearly all wire copy'

test.for([
  [
    'staff over wire text is noticed',
    [ann],
    ['The ferry sails on Friday.', 'Pilots agreed.'],
    nearlyAll,
  ],
  ['agency staff may stand over it', [ann, bo], ['The ferry sails on Friday.'], true],
  ['staff who only edited are no byline', [{...ann, role: 'editing'}], ['Pilots agreed.'], true],
  [
    'staff may stand over own text',
    [ann],
    ['Pilots agreed.', 'A long paragraph of our own.'],
    true,
  ],
  ['staff may stand over nothing', [ann], [], true],
] as const)('staffWroteIt: %s', ([, bylines, texts, expected]) => {
  expect(staffWroteIt({bylines, body: bodyOf(...texts)}, [wire], contributors)).toBe(expected)
})
