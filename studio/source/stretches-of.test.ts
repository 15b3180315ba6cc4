import {describe, expect, test} from 'vitest'

import type {LedgerSpan} from '../../ingest/ledger.ts'
import {paragraphsOf} from './paragraphs-of.ts'
import type {ReceivedText} from './received-text.ts'
import {stretchesOf} from './stretches-of.ts'

const raw = 'Ferry stops\n\nTHE ferry\nstopped. WIRE\nRead more here'

const source: ReceivedText = {
  id: 'source.a',
  raw,
  spans: [
    span('Ferry stops', {kind: 'field', targets: ['headline']}),
    span('\n\n', {kind: 'separator'}),
    span('THE', {
      kind: 'field',
      op: 'recase',
      targets: ['body[_key=="a-b1"].children[_key=="a-b1s0"].text'],
    }),
    span(' ferry', {kind: 'field', targets: ['body[_key=="a-b1"].children[_key=="a-b1s1"].text']}),
    span('\n', {kind: 'separator'}),
    span('stopped.', {
      kind: 'field',
      targets: ['body[_key=="a-b1"].children[_key=="a-b1s1"].text'],
    }),
    span(' ', {kind: 'separator', from: 31}),
    span('WIRE', {
      kind: 'field',
      targets: ['wireCredits[_key=="a-c1"].verbatim'],
      reason: 'Agency',
    }),
    span('\n', {kind: 'separator', from: raw.lastIndexOf('\n')}),
    span('Read more here', {kind: 'removed', rule: 'related-link@1', reason: 'Link'}),
  ],
  snapshot: {
    headline: 'Ferry stops',
    body: [{_key: 'a-b1'}],
    wireCredits: [{_key: 'a-c1', verbatim: 'WIRE'}],
  },
  fileName: 'ferry.txt',
  provider: '',
  versionKind: '',
  versionNote: '',
  receivedAt: '',
  isSameText: false,
  noted: {},
  publication: '',
}

const headline = {
  type: 'stretch',
  start: 0,
  end: 11,
  text: 'Ferry stops',
  destination: 'headline',
  name: 'headline',
  path: 'headline',
  reason: '',
  rule: 'rule@1',
  doubts: [],
}
const paragraph = {
  type: 'stretch',
  start: 13,
  end: 31,
  text: 'THE ferry\nstopped.',
  destination: 'body',
  name: 'paragraph',
  number: 1,
  path: 'body[_key=="a-b1"]',
  reason: '',
  rule: 'rule@1',
  doubts: [],
}
const credit = {
  type: 'stretch',
  start: 32,
  end: 36,
  text: 'WIRE',
  destination: 'credit',
  name: 'credit',
  path: 'wireCredits[_key=="a-c1"].verbatim',
  reason: 'Agency',
  rule: 'rule@1',
  doubts: ['Credit or prose?'],
}
const removed = {
  type: 'stretch',
  start: 37,
  end: 51,
  text: 'Read more here',
  destination: 'removed',
  name: 'removed',
  path: undefined,
  reason: 'Link',
  rule: 'related-link@1',
  doubts: [],
}

describe('stretchesOf', () => {
  const finding = {
    key: 'f1',
    code: 'credit-or-prose',
    message: 'Credit or prose?',
    alternatives: [],
    start: 32,
    end: 36,
  }
  const tiles = stretchesOf(source, [finding])

  test('puts the spans of a paragraph together, over the line end inside it', () => {
    expect(tiles).toEqual([
      headline,
      {type: 'gap', start: 11, text: '\n\n'},
      paragraph,
      {type: 'gap', start: 31, text: ' '},
      credit,
      {type: 'gap', start: 36, text: '\n'},
      removed,
    ])
  })

  test('shows every character of the text', () => {
    expect(tiles.map((tile) => tile.text).join('')).toBe(raw)
  })

  test('names what the article has no field for, without a place to jump to', () => {
    const signOff = {
      ...source,
      raw: 'ab/cd',
      spans: [{...span('ab/cd', {kind: 'field', targets: ['signOff'], from: 0}), start: 0, end: 5}],
    }

    expect(stretchesOf(signOff, [])).toEqual([
      {
        ...headline,
        end: 5,
        text: 'ab/cd',
        destination: 'other',
        name: 'signOff',
        path: undefined,
      },
    ])
  })

  test('counts cross-heads apart from paragraphs', () => {
    const crossHeads = {
      ...source,
      raw: 'OneTwo',
      spans: [
        {...span('One', {kind: 'field', targets: ['body[_key=="a-b1"].children'], from: 0})},
        {...span('Two', {kind: 'field', targets: ['body[_key=="a-b2"].children'], from: 3})},
      ],
      snapshot: {
        body: [
          {_key: 'a-b1', style: 'crossHead'},
          {_key: 'a-b2', style: 'normal'},
        ],
      },
    }

    expect(stretchesOf(crossHeads, [])).toEqual([
      {...paragraph, start: 0, end: 3, text: 'One', name: 'crossHead', number: 1},
      {...paragraph, start: 3, end: 6, text: 'Two', path: 'body[_key=="a-b2"]'},
    ])
  })

  test('paragraphsOf gives each printed paragraph its row', () => {
    expect(paragraphsOf(tiles)).toEqual([
      [headline],
      [paragraph, {type: 'gap', start: 31, text: ' '}, credit],
      [removed],
    ])
  })
})

function span(
  text: string,
  {
    from = raw.indexOf(text),
    ...rest
  }: Partial<LedgerSpan> & {from?: number; kind: LedgerSpan['kind']},
): LedgerSpan {
  return {
    start: from,
    end: from + text.length,
    targets: [],
    op: 'copy',
    rule: 'rule@1',
    reason: '',
    confidence: 1,
    ...rest,
  }
}
