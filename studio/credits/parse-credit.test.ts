import fc from 'fast-check'
import {expect, test} from 'vitest'

import {AGENCIES} from '../../ingest/agencies/agencies.ts'
import {creditText} from '../../queries/print/credit-text.ts'
import {parseCredit} from './parse-credit.ts'

test.for([
  ['AFP', [['AFP', 'sole', 'afp']]],
  [
    'REUTERS, The Daily Planet',
    [
      ['REUTERS', 'combined', 'reuters'],
      ['The Daily Planet', 'combined', undefined],
    ],
  ],
  ['(With inputs from PTI)', [['PTI', 'withInputsFrom', 'pti']]],
  [
    'AFP via PTI, with inputs from AP and dpa, distributed by the TNS',
    [
      ['AFP', 'sole', 'afp'],
      ['PTI', 'via', 'pti'],
      ['AP', 'withInputsFrom', 'ap'],
      ['dpa', 'withInputsFrom', 'dpa'],
      ['TNS', 'distributedBy', 'tns'],
    ],
  ],
  ['', []],
] as const)('%s', ([text, credits]) => {
  const read = parseCredit(text, AGENCIES)

  expect(read.map(({name, relation, agency}) => [name, relation, agency?.code])).toEqual(credits)
})

const credit = fc.record({
  name: fc.constantFrom('AFP', 'Reuters', 'PTI', 'dpa', 'The Daily Planet', 'Kyodo'),
  relation: fc.constantFrom('sole', 'combined', 'via', 'withInputsFrom', 'distributedBy'),
})

test.for(['capitals', 'names', 'parentheses'] as const)(
  'what is printed is read as it was printed: %s',
  (policy) => {
    fc.assert(
      fc.property(fc.array(credit, {maxLength: 5}), (credits) => {
        const text = creditText(credits, policy)
        expect(creditText(parseCredit(text, AGENCIES), policy)).toBe(text)
      }),
      {numRuns: 500},
    )
  },
)
