import {expect, test} from 'vitest'

import {namedAgencies, readEndCredit} from './agency-names.ts'

const agencies = namedAgencies([
  {_id: 'wireSource-reuters', name: 'Reuters', aliases: ['REUTERS', 'Thomson Reuters']},
  {_id: 'wireSource-afp', name: 'AFP', aliases: ['Agence France-Presse']},
])

test.for([
  ['The ferry sails on Friday. REUTERS', 'REUTERS'],
  ['The ferry sails on Friday.REUTERS', 'REUTERS'],
  ['“It will sail on Friday.” AFP, REUTERS', 'AFP, REUTERS'],
  ['The ferry sails on Friday. (Reuters)', 'Reuters'],
  ['The ferry sails on Friday. (With inputs from AFP)', 'With inputs from AFP'],
  ['The ferry sails on Friday. AFP/REUTERS', 'AFP/REUTERS'],
  ['— with AFP', '— with AFP'],
  ['REUTERS', 'REUTERS'],
  ['The ferry sails on Friday, he told Reuters.', undefined],
  ['The ferry sails on Friday, he told Reuters', undefined],
  ['The ferry sails on Friday, says IBM.', undefined],
  ['', undefined],
] as const)('the end credit of "%s" is %s', ([line, expected]) => {
  expect(readEndCredit(line, agencies)).toBe(expected)
})

test('without wire sources the widely used names are known', () => {
  expect(readEndCredit('The ferry sails. BLOOMBERG', namedAgencies())).toBe('BLOOMBERG')
})

test('the forms of an agency are its name, its credit style and its aliases', () => {
  expect(
    namedAgencies([
      {_id: 'wireSource-ap', name: 'Associated Press', creditStyle: 'AP', aliases: ['The AP', 3]},
    ]),
  ).toEqual([
    {id: 'wireSource-ap', name: 'Associated Press', forms: ['Associated Press', 'AP', 'The AP']},
  ])
})
