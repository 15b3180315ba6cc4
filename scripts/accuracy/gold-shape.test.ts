import {expect, test} from 'vitest'

import {parseCopy} from '../../ingest/parse-copy.ts'
import {goldShape} from './gold-shape.ts'

const RAW = `FERRY-TALKS/

Ferry to sail

By Ada Finch

STENNET, Nov 20 (Reuters) - The first ferry sailed at nine, with flour and letters for the islands. REACTION ON THE QUAY Nobody
slept on the quay.

Read more: How the harbour was won

FILE PHOTO: The quay at Stennet

${'It carried flour and nothing else that anyone could eat. '.repeat(12).trim()} REACTION IN TOWN Nobody slept in the town that night.

(Additional reporting by Jonas Weil in Rotterdam)

af/jw
`

test('what has its own field but is furniture in the gold goes back to "removed"', () => {
  expect(goldShape('t-1', parseCopy(RAW, {keyPrefix: 't'}))).toMatchObject({
    id: 't-1',
    headline: 'Ferry to sail',
    bylines: [{name: 'Ada Finch', role: null}],
    dateline: {place: 'STENNET', date: 'Nov 20', agency: 'Reuters'},
    credits: ['Reuters'],
    contributors: [{name: 'Jonas Weil', role: 'additional reporting'}],
    removed: [
      {text: 'FERRY-TALKS/', reason: 'slug'},
      {text: 'af/jw', reason: 'desk initials'},
      {text: 'FILE PHOTO: The quay at Stennet', reason: 'caption'},
      {text: 'Read more: How the harbour was won', reason: 'Link to another story'},
    ],
    subheads: ['REACTION IN TOWN'],
  })
})

test('a text that is cut at a cross-head is counted as it was printed', () => {
  const {paragraphs, bodyLast} = goldShape('t-1', parseCopy(RAW, {keyPrefix: 't'}))
  expect([paragraphs, bodyLast]).toEqual([3, 'Nobody slept in the town that night.'])
})
