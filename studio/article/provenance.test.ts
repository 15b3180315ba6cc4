import {expect, test} from 'vitest'

import {isDerivedSlug, keptItems, provenanceOf, showsProvenance} from './provenance.ts'

const byline = {_key: 'a-y1', _type: 'byline', nameAsWritten: 'Ann Pike', role: 'by'}
const snapshot = {
  headline: 'Ferry stops',
  bylines: [byline],
  dateline: {text: 'PORT LORNE, Nov 23'},
  keyPoints: [{text: 'Talks go on'}, {text: 'No date is set'}],
  wireCredits: [{verbatim: 'Reuters', relation: 'sole'}],
  embargoText: 'Not before 6 a.m.',
  correctionText: 'Corrects the name of the port',
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
  [
    'key points in another order',
    'keyPoints',
    [{text: 'No date is set'}, {text: 'Talks go on'}],
    'edited',
  ],
  ['one key point of two', 'keyPoints', [{text: 'Talks go on'}], 'edited'],
  [
    'a credit that is linked to its wire source',
    'wireCredits',
    [{verbatim: 'Reuters', relation: 'sole', source: {_ref: 'wireSource-reuters'}}],
    'fromSource',
  ],
  [
    'an embargo as it came',
    'embargo',
    {active: true, textAsReceived: 'Not before 6 a.m.'},
    'fromSource',
  ],
  [
    'the correction that the agency sent',
    'corrections',
    [{text: 'Corrects the name of the port'}],
    'fromSource',
  ],
  ['an author note that nobody wrote', 'authorNote', undefined, 'notInSource'],
] as const)('%s', ([, field, value, provenance]) => {
  expect(provenanceOf(field, value, snapshot)).toBe(provenance)
})

test.for([
  ['headline', true],
  ['bylines', true],
  ['slug', false],
  ['body', true],
] as const)('%s shows where it comes from: %s', ([field, shown]) => {
  expect(showsProvenance(field)).toBe(shown)
})

test('counts what is left of a list', () => {
  const now = [{text: 'Talks go on'}, {text: 'A date is set'}, {text: 'Ferries wait'}]

  expect(keptItems('keyPoints', now, snapshot)).toEqual({kept: 1, now: 3, before: 2})
})

test.for([
  ['ferry-stops-at-zoe-s', 'Ferry stops at Zoë s', true],
  ['ferry-stops', 'Ferry stops at noon', true],
  ['ferry-sto', 'Ferry stops at noon', false],
  ['no-more-boats', 'Ferry stops at noon', false],
  ['', 'Ferry stops', false],
] as const)('the slug "%s" is made from "%s": %s', ([slug, headline, isDerived]) => {
  expect(isDerivedSlug(slug, headline)).toBe(isDerived)
})
