import {expect, test} from 'vitest'

import {articleLines} from './article-preview.ts'

test.for([
  [
    'shows the headline, the people and the agencies',
    {headline: 'Ferry returns', byline0: 'Ann Lee', written1: 'Bo Ek', credit0: 'Reuters'},
    {title: 'Ferry returns', subtitle: 'Ann Lee, Bo Ek · Reuters'},
  ],
  [
    'says that there is no headline and shows the first words',
    {
      lead0: 'Harbour',
      lead1: ' pilots said the night ferry would return before the winter timetable begins',
    },
    {
      title:
        'No headline: Harbour pilots said the night ferry would return before the winter\u{A0}…',
      subtitle: '',
    },
  ],
  [
    'names once who wrote and reported, and who stands in dateline and credit',
    {
      headline: 'Ferry returns',
      written0: 'Ann Lee',
      written1: 'Ann Lee',
      credit0: 'PTI',
      credit1: 'PTI',
    },
    {title: 'Ferry returns', subtitle: 'Ann Lee · PTI'},
  ],
  ['says so of an empty story too', {}, {title: 'No headline', subtitle: ''}],
  [
    'marks a killed story',
    {headline: 'Ferry returns', pubStatus: 'canceled'},
    {title: 'Ferry returns', subtitle: 'Killed'},
  ],
] as const)('the preview of an article %s', ([, selection, expected]) => {
  expect(articleLines(selection)).toEqual(expected)
})
