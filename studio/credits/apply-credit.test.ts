import {expect, test} from 'vitest'

import {applyCredit, creditedName} from './apply-credit.ts'
import {readDeskAgency} from './desk-agency.ts'
import {parseCredit} from './parse-credit.ts'

const agencies = [
  {_id: 'wireSource-afp', code: 'afp', name: 'AFP', aliases: ['Agence France-Presse']},
  {_id: 'wireSource-reuters', code: 'reuters', name: 'Reuters', creditStyle: 'REUTERS'},
].flatMap((document) => readDeskAgency(document) ?? [])

const received = {
  _key: 'c1',
  _type: 'wireCredit',
  source: {_type: 'reference', _ref: 'wireSource-reuters'},
  relation: 'sole',
  verbatim: 'REUTERS',
  position: 'end',
}

test('a credit that was received keeps what it was received as', () => {
  const typed = parseCredit('Agence France-Presse, Reuters, with inputs from Planet', agencies)

  expect(applyCredit(typed, [received], () => 'new')).toEqual([
    {
      _key: 'new',
      _type: 'wireCredit',
      source: {_type: 'reference', _ref: 'wireSource-afp'},
      relation: 'combined',
    },
    {...received, relation: 'combined'},
    {_key: 'new', _type: 'wireCredit', nameAsWritten: 'Planet', relation: 'withInputsFrom'},
  ])
})

test('a name is printed in the style of its source', () => {
  expect(
    [received, {nameAsWritten: 'Planet'}].map((entry) => creditedName(entry, agencies)),
  ).toEqual(['REUTERS', 'Planet'])
})
