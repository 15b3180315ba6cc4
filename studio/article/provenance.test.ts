import {expect, test} from 'vitest'

import {provenanceOf, showsProvenance} from './provenance.ts'

const byline = {_key: 'a-y1', _type: 'byline', nameAsWritten: 'Ann Pike', role: 'by'}
const snapshot = {
  headline: 'Ferry stops',
  bylines: [byline],
  dateline: {text: 'PORT LORNE, Nov 23'},
}

test.for([
  ['a headline as the copy has it', 'headline', 'Ferry stops', 'fromSource'],
  ['a headline with other words', 'headline', 'Ferry stops again', 'edited'],
  ['a headline taken away', 'headline', undefined, 'edited'],
  ['a standfirst that nobody wrote', 'standfirst', undefined, 'notInSource'],
  ['a standfirst of spaces', 'standfirst', '  ', 'notInSource'],
  ['a standfirst written here', 'standfirst', 'Talks go on', 'typed'],
  ['the byline of the copy, under another key', 'bylines', [{...byline, _key: 'b'}], 'fromSource'],
  ['a byline with another name', 'bylines', [{...byline, nameAsWritten: 'A. Pike'}], 'edited'],
  [
    'the name of the copy, linked to its contributor',
    'bylines',
    [{_key: 'b', role: 'by', contributor: {_ref: 'contributor-ann-pike'}}],
    'fromSource',
  ],
  ['a byline taken away', 'bylines', [], 'edited'],
  ['a dateline that is no more', 'dateline', {_type: 'dateline'}, 'edited'],
  [
    'a dateline as printed, with its place read',
    'dateline',
    {text: 'PORT LORNE, Nov 23', place: 'Port Lorne'},
    'fromSource',
  ],
] as const)('%s', ([, field, value, provenance]) => {
  expect(provenanceOf(field, value, snapshot)).toBe(provenance)
})

test.for([
  ['headline', true],
  ['bylines', true],
  ['slug', false],
] as const)('%s shows where it comes from: %s', ([field, shown]) => {
  expect(showsProvenance(field)).toBe(shown)
})
