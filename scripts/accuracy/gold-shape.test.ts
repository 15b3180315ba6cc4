import {expect, test} from 'vitest'

import type {Story} from '../../ingest/story.ts'
import {goldShape} from './gold-shape.ts'

const story: Story = {
  headline: 'Ferry to sail',
  standfirst: null,
  keyPoints: ['Crews return'],
  bylines: [{name: 'Ada Finch', role: null}],
  dateline: {
    text: 'STENNET, Nov 20 (Reuters) - ',
    place: 'STENNET',
    date: 'Nov 20',
    agency: 'Reuters',
  },
  wireCredits: [
    {source: 'Reuters', relation: 'sole', verbatim: 'Reuters', position: 'dateline'},
    {source: 'Reuters', relation: 'sole', verbatim: 'REUTERS', position: 'end'},
  ],
  contributors: [{name: 'Jonas Weil', role: 'additionalReporting', place: 'Rotterdam'}],
  body: [
    {style: 'normal', text: `The first ferry ${'sailed '.repeat(10)}at nine.`},
    {style: 'crossHead', text: 'Flour'},
    {style: 'normal', text: 'It carried flour.'},
  ],
  correction: null,
  slugline: 'FERRY-TALKS/',
  versionMark: null,
  embargo: null,
  authorNote: null,
  signOff: 'af/jw',
  copyrightNotice: null,
  sourceDate: null,
  captions: ['The quay at Stennet'],
  removed: [{text: 'Read more', rule: 'read-more@1', reason: 'Link to another story'}],
}

test('what has its own field but is furniture in the gold goes back to "removed"', () => {
  expect(goldShape('t-1', story)).toEqual({
    id: 't-1',
    headline: 'Ferry to sail',
    standfirst: null,
    keyPoints: ['Crews return'],
    bylines: [{name: 'Ada Finch', role: null}],
    dateline: {place: 'STENNET', date: 'Nov 20', agency: 'Reuters'},
    credits: ['Reuters'],
    contributors: [{name: 'Jonas Weil', role: 'additional reporting'}],
    removed: [
      {text: 'FERRY-TALKS/', reason: 'slug'},
      {text: 'af/jw', reason: 'desk initials'},
      {text: 'The quay at Stennet', reason: 'caption'},
      {text: 'Read more', reason: 'Link to another story'},
    ],
    subheads: ['Flour'],
    correction: null,
    bodyFirst: 'The first ferry sailed sailed sailed sailed sailed sailed sa',
    bodyLast: 'It carried flour.',
    paragraphs: 2,
  })
})
