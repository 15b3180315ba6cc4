import fc from 'fast-check'
import {expect, test} from 'vitest'

import {AGENCIES} from '../../ingest/agencies/agencies.ts'
import {bylineText} from '../../queries/print/byline-text.ts'
import {parseByline, type TypedByline} from './parse-byline.ts'

test.for<readonly [string, readonly TypedByline[]]>([
  ['By Ann Lee', [{name: 'Ann Lee', role: 'by'}]],
  ['ann lee', [{name: 'ann lee', role: 'by'}]],
  [
    'By Ann Lee and Bo Ek in Oslo; additional reporting by Cy Orr',
    [
      {name: 'Ann Lee', role: 'by', locationText: 'Oslo'},
      {name: 'Bo Ek', role: 'by', locationText: 'Oslo'},
      {name: 'Cy Orr', role: 'additionalReporting'},
    ],
  ],
  [
    'BY Ann Lee in Oslo and Bo Ek, edited by Cy Orr',
    [
      {name: 'Ann Lee', role: 'by', locationText: 'Oslo'},
      {name: 'Bo Ek', role: 'by'},
      {name: 'Cy Orr', role: 'editing'},
    ],
  ],
  [
    'Ann Lee, Political Editor, and Bo Ek, Reuters',
    [
      {name: 'Ann Lee', role: 'by', jobTitle: 'Political Editor'},
      {name: 'Bo Ek', role: 'by', affiliationText: 'Reuters'},
    ],
  ],
  [
    'By Our Foreign Staff. Photos by Cy Orr',
    [
      {name: 'Our Foreign Staff', role: 'by', collective: true},
      {name: 'Cy Orr', role: 'photos'},
    ],
  ],
  [
    'By Ann Lee | Reuters | Additional reporting by Cy Orr |',
    [
      {name: 'Ann Lee', role: 'by', affiliationText: 'Reuters'},
      {name: 'Cy Orr', role: 'additionalReporting'},
    ],
  ],
  ['  ', []],
])('%s', ([text, entries]) => {
  expect(parseByline(text, AGENCIES)).toEqual(entries)
})

const person = fc.record(
  {
    name: fc.constantFrom(
      'Ann Lee',
      'Bo Ek',
      'Cy de Orr',
      'Di O’Fox',
      'Eve Hart-Hill',
      'Flo A. Gray',
    ),
    role: fc.constantFrom(
      'by',
      'reporting',
      'additionalReporting',
      'contributed',
      'writing',
      'editing',
      'photos',
      'video',
      'graphics',
      'translation',
      'research',
    ),
    jobTitle: fc.constantFrom('Political Editor', 'Science Correspondent'),
    locationText: fc.constantFrom('Oslo', 'Lower Marlow', 'Bergen'),
    affiliationText: fc.constantFrom('Reuters', 'AFP'),
  },
  {requiredKeys: ['name', 'role']},
)

test('what is printed is read as it was printed', () => {
  fc.assert(
    fc.property(fc.array(person, {maxLength: 5}), (entries) => {
      const text = bylineText(entries)
      expect(bylineText(parseByline(text, AGENCIES))).toBe(text)
    }),
    {numRuns: 1000},
  )
})

test('any line is read, and no name is made up', () => {
  fc.assert(
    fc.property(fc.string({unit: 'grapheme', maxLength: 80}), (text) => {
      const line = text.replaceAll(/\s{0,80}\|\s{0,80}/gu, ', ').replaceAll(/\s{1,80}/gu, ' ')
      return parseByline(text, AGENCIES).every(({name}) => line.includes(name))
    }),
  )
})
