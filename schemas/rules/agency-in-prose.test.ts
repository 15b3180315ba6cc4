import {expect, test} from 'vitest'

import {proseAgencyCredited} from './agency-in-prose.ts'
import {namedAgencies} from './agency-names.ts'

const agencies = namedAgencies([
  {_id: 'wireSource-reuters', name: 'Reuters', aliases: ['REUTERS']},
  {_id: 'wireSource-ap', name: 'Associated Press', aliases: ['AP']},
])
const saying = (text: string, wireCredits: readonly unknown[] = []) => ({
  wireCredits,
  body: [{_type: 'block', children: [{text}]}],
})
const reuters = 'The text cites "Reuters", which is not credited'

test.for([
  ['a pilot told Reuters is cited', saying('It sails, a pilot told Reuters.'), reuters],
  ['Reuters reported is cited', saying('It sails, Reuters reported.'), reuters],
  ['a mere mention is not', saying('Reuters moved its office.'), true],
  ['a part of a word is not', saying('A pilot told APEC leaders.'), true],
  [
    'a linked credit is enough',
    saying('A pilot told Reuters.', [{source: {_ref: 'wireSource-reuters'}}]),
    true,
  ],
  [
    'a written credit is enough',
    saying('A pilot told Reuters.', [{verbatim: 'AFP, REUTERS'}]),
    true,
  ],
  ['no text cites nobody', {}, true],
] as const)('proseAgencyCredited: %s', ([, article, expected]) => {
  expect(proseAgencyCredited(article, agencies)).toBe(expected)
})
