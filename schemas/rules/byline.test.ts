import {expect, test} from 'vitest'

import {bylineNamed, bylineNameTidy, bylineOncePerRole} from './byline.ts'

const nobody = 'The byline entry names nobody: link a contributor or write the name'

test.for([
  [{nameAsWritten: 'Ann Lee'}, true],
  [{contributor: {_ref: 'contributor-ann-lee'}}, true],
  [{contributor: {}, nameAsWritten: ' '}, nobody],
  [undefined, nobody],
] as const)('bylineNamed: %o', ([entry, expected]) => {
  expect(bylineNamed(entry)).toBe(expected)
})

test.for([
  [
    [
      {role: 'by', nameAsWritten: 'Ann Lee'},
      {role: 'editing', nameAsWritten: 'Ann Lee'},
    ],
    true,
  ],
  [
    [
      {role: 'by', nameAsWritten: 'Ann Lee'},
      {role: 'by', nameAsWritten: 'ANN LEE'},
    ],
    '"ANN LEE" stands twice in the same role',
  ],
  [
    [
      {role: 'by', contributor: {_ref: 'contributor-x'}},
      {role: 'by', contributor: {_ref: 'contributor-x'}},
    ],
    '"contributor-x" stands twice in the same role',
  ],
  [[{role: 'by'}, {role: 'by'}], true],
  ['Ann Lee', true],
] as const)('bylineOncePerRole: %o', ([bylines, expected]) => {
  expect(bylineOncePerRole(bylines)).toBe(expected)
})

test.for([
  ['Ann Lee', true],
  ['ANN LEE', 'The name "ANN LEE" is all in capitals'],
  ['AFP', true],
  ['By Ann Lee', 'The name "By Ann Lee" begins with "By"'],
  ['Byron Lee', true],
  ['ann@example.com', 'The name "ann@example.com" holds an e-mail address'],
  ['Ann Lee | Courier', 'The name "Ann Lee | Courier" holds "|"'],
  [
    'Ann Lee, Political Editor',
    'The name "Ann Lee, Political Editor" may be a name and a job title',
  ],
  [undefined, true],
] as const)('bylineNameTidy: %s', ([nameAsWritten, expected]) => {
  expect(bylineNameTidy({nameAsWritten})).toBe(expected)
})
