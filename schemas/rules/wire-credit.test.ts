import {expect, test} from 'vitest'

import {namedAgencies} from './agency-names.ts'
import {creditNotInText, wireCopyCredited, wireCreditNamed} from './wire-credit.ts'

const credited = {wireCredits: [{nameAsWritten: 'Reuters'}]}
const fromPaper = {parsed: JSON.stringify({wireCredits: [{verbatim: 'REUTERS'}]})}

test.for([
  ['nothing is asked of own copy', {}, [{parsed: '{}'}], true],
  ['nothing is asked without a source', {}, [], true],
  ['a credit is enough', credited, [fromPaper], true],
  [
    'copy that printed a credit has one',
    {},
    [fromPaper],
    'The story is made from wire copy and credits nobody: the source names "REUTERS"',
  ],
  [
    'copy that an agency sent has one',
    {wireCredits: []},
    [{provider: 'dpa'}],
    'The story is made from wire copy and credits nobody: the source names "dpa"',
  ],
] as const)('wireCopyCredited: %s', ([, article, sources, expected]) => {
  expect(wireCopyCredited(article, sources)).toBe(expected)
})

test.for([
  [{nameAsWritten: 'Reuters'}, true],
  [{source: {_ref: 'wireSource-afp'}}, true],
  [{}, 'The credit names nobody: link a wire source or write the name'],
] as const)('wireCreditNamed: %o', ([credit, expected]) => {
  expect(wireCreditNamed(credit)).toBe(expected)
})

const ending = (text: string) => ({
  wireCredits: [{verbatim: 'INQ'}],
  body: [{_type: 'block', children: [{text}]}],
})

test.for([
  ['The ferry sails. REUTERS', 'The last paragraph still holds the credit "REUTERS"'],
  ['The ferry sails. INQ', 'The last paragraph still holds the credit "INQ"'],
  ['The ferry sails, he told Reuters.', true],
] as const)('creditNotInText: %s', ([text, expected]) => {
  expect(creditNotInText(ending(text), namedAgencies())).toBe(expected)
})

test('a story without text holds no credit', () => {
  expect(creditNotInText({}, namedAgencies())).toBe(true)
})
