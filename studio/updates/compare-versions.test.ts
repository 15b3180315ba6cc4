import {expect, test} from 'vitest'

import {MERGED_FIELDS, MERGED_LISTS} from '../../ingest/merge.ts'
import {paragraph} from '../testing/paragraph.ts'
import {compareVersions, printedOrder} from './compare-versions.ts'

test('every field that a merge can change is compared', () => {
  const fields = printedOrder.filter(([, isList]) => !isList).map(([name]) => name)
  const lists = printedOrder.filter(([, isList]) => isList).map(([name]) => name)

  expect(new Set(fields)).toEqual(new Set(MERGED_FIELDS))
  expect(new Set(lists)).toEqual(new Set(MERGED_LISTS))
})

test('heads come first, then the paragraphs, what was taken out where it stood', () => {
  const before = {
    headline: 'Ferries stop',
    standfirst: 'Until Friday',
    body: [
      paragraph('a1', 'One'),
      paragraph('a2', 'Two ferries lie in port'),
      paragraph('a3', 'Three'),
    ],
  }
  const after = {
    headline: 'Ferries sail',
    body: [paragraph('a1', 'One'), paragraph('b1', 'New words'), paragraph('a3', 'Three')],
  }

  expect(told(compareVersions(before, after))).toEqual([
    'changed headline',
    'deleted standfirst',
    'same body[_key=="a1"] 1',
    'deleted body[_key=="a2"] 2',
    'inserted body[_key=="b1"] 2',
    'same body[_key=="a3"] 3',
  ])
})

test('a paragraph that goes elsewhere was moved, its words changed or not', () => {
  const [one, two, three] = [
    paragraph('a1', 'One'),
    paragraph('a2', 'Two'),
    paragraph('a3', 'Three'),
  ]
  const changes = compareVersions({body: [one, two, three]}, {body: [three, one, two]})

  expect(told(changes)).toEqual([
    'moved body[_key=="a3"] 1',
    'same body[_key=="a1"] 2',
    'same body[_key=="a2"] 3',
  ])
})

test('a correction that a later version does not repeat is not taken away', () => {
  const corrections = [{_key: 'a1', _type: 'correction', text: 'The year is 2019'}]

  expect(compareVersions({corrections}, {})).toEqual([])
})

function told(changes: ReturnType<typeof compareVersions>) {
  return changes.map(({kind, path, place}) => [kind, path, place].filter(Boolean).join(' '))
}
