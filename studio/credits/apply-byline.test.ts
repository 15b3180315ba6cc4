import {expect, test} from 'vitest'

import {applyByline, contributorNamed} from './apply-byline.ts'

const ann = {_id: 'contributor-ann-lee', name: 'Ann Lee', aliases: ['A. Lee', 'Lee']}
const bo = {_id: 'contributor-bo-ek', name: 'Bo Ek', bylineName: 'B. Ek', aliases: ['Lee']}
const link = {_type: 'reference', _ref: 'contributor-ann-lee'}
const newKey = () => 'new'

test.for([
  ['a name', 'Ann Lee', ann],
  ['an alias', 'A. Lee', ann],
  ['a printed name', 'B. Ek', bo],
  ['an alias of two', 'Lee', undefined],
  ['a name in other letters', 'ann lee', undefined],
] as const)('contributorNamed knows %s', ([, name, contributor]) => {
  expect(contributorNamed(name, [ann, bo])).toEqual(contributor)
})

test('a known name is linked, another one stays as written', () => {
  const typed = [
    {name: 'A. Lee', role: 'by', locationText: 'Oslo'},
    {name: 'Cy Orr', role: 'editing'},
  ] as const

  expect(applyByline(typed, [], [ann], newKey)).toEqual([
    {_key: 'new', _type: 'byline', contributor: link, role: 'by', locationText: 'Oslo'},
    {_key: 'new', _type: 'byline', nameAsWritten: 'Cy Orr', role: 'editing'},
  ])
})

test('an entry that was there keeps its key and its link, and takes what was typed', () => {
  const entries = [
    {_key: 'y1', _type: 'byline', contributor: link, role: 'by', jobTitle: 'Editor'},
    {_key: 'y2', _type: 'byline', nameAsWritten: 'The Desk', role: 'by', collective: true},
  ]
  const typed = [
    {name: 'The Desk', role: 'by'},
    {name: 'Ann Lee', role: 'reporting'},
  ] as const

  expect(applyByline(typed, entries, [ann], newKey)).toEqual([
    {_key: 'y2', _type: 'byline', nameAsWritten: 'The Desk', role: 'by', collective: true},
    {_key: 'y1', _type: 'byline', contributor: link, role: 'reporting'},
  ])
})
