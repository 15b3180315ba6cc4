import {expect, test} from 'vitest'

import {newsroomTextFrom} from './newsroom-text.ts'

const say = newsroomTextFrom({
  'Headline': 'Titel',
  'Teaser': 'Anreißer',
  'No headline: {{words}}': 'Ohne Titel: {{words}}',
  '{{reason}} (truncated: its link text is lost)': '{{reason}} (gekürzt, der Link fehlt)',
})

test.for([
  ['a whole text', 'Headline', 'Titel'],
  ['a text that is not there', 'Byline', 'Byline'],
  [
    'what stands in a document stays, even where it is a text of ours',
    'No headline: Headline',
    'Ohne Titel: Headline',
  ],
  [
    'a reason in a reason',
    'Teaser (truncated: its link text is lost)',
    'Anreißer (gekürzt, der Link fehlt)',
  ],
  [
    'a reason that is not there, in one that is',
    'Promo (truncated: its link text is lost)',
    'Promo (gekürzt, der Link fehlt)',
  ],
] as const)('the words of the newsroom: %s', ([, english, expected]) => {
  expect(say(english)).toBe(expected)
})
