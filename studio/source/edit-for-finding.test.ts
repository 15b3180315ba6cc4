import {expect, test} from 'vitest'

import {parseCopy} from '../../ingest/parse-copy.ts'
import type {Fields} from '../../schemas/rules/narrow.ts'
import {editForFinding} from './edit-for-finding.ts'
import {putBackKey} from './put-back-place.ts'
import type {ReceivedText} from './received-text.ts'

const agencies = [
  {
    id: 'wireSource-reuters',
    code: 'reuters',
    name: 'Reuters',
    aliases: [],
    kind: 'wire',
    datelineForms: [],
    creditStyle: '',
    url: '',
  },
] as const

const leadIn =
  'Officials agree on medicines\n\nWHO pays for the list is to be settled in May. Ministers met on Monday.\n\nThe talks go on in Porthaven, officials said.'
const heads =
  'Ferry talks go on\n\nIslands wait for winter sailings\n\nTalks went on in Porthaven on Monday, officials said.\n\nNo ferry sailed.'
const inDoubt =
  'Officials agree on medicines\n\nTalks went on in Porthaven on Monday, officials said.\n\nShe had been told the sum by (REUTERS)'

test.for([
  ['the case of a word is set in the text', leadIn, 'lead-in-case', 2],
  ['headline and standfirst become key points', heads, 'headline-or-key-point', 1],
  ['a credit moves out of the prose', inDoubt, 'credit-or-prose', 0],
] as const)('%s', ([, raw, code, choice]) => {
  const {finding, source} = received(raw, code)
  const place = {article: source.snapshot, source, agencies}

  expect(editForFinding(finding, choice, place)).toEqual(edits[code])
})

test('the dateline moves out of the prose', () => {
  const raw = 'Officials agree\n\nLater – the crew went home to Porthaven.\n\nNo ferry sailed.'
  const {source} = received(raw)
  const start = raw.indexOf('Later')
  const finding = {
    key: 'f1',
    code: 'dateline-or-prose',
    message: '',
    alternatives: ['dateline: Later', 'part of the sentence'],
    start,
    end: start + 8,
  }
  const path = source.spans.find((span) => span.start <= start && span.end > start)?.targets[0]

  expect(editForFinding(finding, 0, {article: source.snapshot, source, agencies})).toEqual({
    does: {key: 'to-dateline'},
    set: {
      [path ?? '']: 'the crew went home to Porthaven.',
      dateline: {_type: 'dateline', text: 'Later', place: 'Later'},
    },
  })
})

const gulls = 'Town counts its gulls (again)\n\nGULLS - Volunteers counted 4,112 gulls.\n'

test('what was read as a dateline begins the first sentence again', () => {
  const {finding, source} = received(gulls, 'dateline-or-prose')
  const path = 'body[_key=="3f2a-b1"].children[_key=="3f2a-b1s0"].text'

  expect(editForFinding(finding, 1, {article: source.snapshot, source, agencies})).toEqual({
    does: {key: 'dateline-to-text'},
    set: {[path]: 'GULLS - Volunteers counted 4,112 gulls.'},
    unset: ['dateline'],
  })
})

test('a dateline that an editor has changed stays', () => {
  const {finding, source} = received(gulls, 'dateline-or-prose')
  const article = {...source.snapshot, dateline: {text: 'Callow'}}

  expect(editForFinding(finding, 1, {article, source, agencies})).toBeUndefined()
})

const lines = Array.from({length: 4}, (_, index) => `Tide ${index} came in on Monday.`)
const stray = ['Quay reopens', ...lines, 'A gull on the quay that the flood of Monday left to it']
  .toSpliced(2, 0, 'The harbour master in her boots beside the crane that fell into the basin')
  .join('\n\n')

test('a line that was taken out in doubt is put back', () => {
  const {finding, source} = received(stray, 'promo-or-prose')
  const {start, end} = finding

  expect(editForFinding(finding, 1, {article: source.snapshot, source, agencies})).toEqual({
    does: {key: 'puts-back'},
    putsBack: {start, end, rule: 'stray-line@2'},
  })
})

test('a line that was put back by hand is not put back again', () => {
  const {finding, source} = received(stray, 'promo-or-prose')
  const article = {body: [{_key: putBackKey(source.id, finding.start)}]}

  expect(editForFinding(finding, 1, {article, source, agencies})).toBeUndefined()
})

const promo =
  'Quay reopens\n\nThe quay was flooded.\n\nClick on this link to see the water.\n\nIt reopened. Enjoy our coverage of the tides on this website.\n'

test.for([
  ['a paragraph', 0, {does: {key: 'takes-out'}, unset: ['body[_key=="3f2a-b2"]']}],
  [
    'the end of a paragraph',
    1,
    {
      does: {key: 'takes-out'},
      set: {'body[_key=="3f2a-b3"].children[_key=="3f2a-b3s0"].text': 'It reopened.'},
    },
  ],
] as const)('a promo is taken out: %s', ([, at, edit]) => {
  const {findings, source} = received(promo)
  const place = {article: source.snapshot, source, agencies}
  const edits = findings.map((finding) => editForFinding({...finding, key: 'f1'}, 0, place))

  expect(edits[at]).toEqual(edit)
})

const embargoed =
  'EMBARGOED until 0001 GMT Friday\n\nTides rise, study finds\n\nTides at Callow have risen by a hand.\n'

test.for([
  ['its end is not set', 0, {active: true}, {does: {key: 'opens-embargo'}, opens: 'embargo.until'}],
  [
    'its end is set',
    0,
    {active: true, until: '2026-11-27T00:01:00Z', timeZone: 'Europe/London'},
    {does: {key: 'embargo-ends', time: 'Friday, 27 November 2026 at 00:01 GMT (Europe/London)'}},
  ],
  [
    'to clear it takes a reason',
    1,
    {active: true, until: '2026-11-27T00:01:00Z'},
    {does: {key: 'opens-clearance'}, opens: 'embargo.until'},
  ],
] as const)('an embargo in doubt: %s', ([, choice, embargo, edit]) => {
  const {finding, source} = received(embargoed, 'embargo-not-understood')
  const article = {...source.snapshot, embargo}

  expect(editForFinding(finding, choice, {article, source, agencies})).toEqual(edit)
})

test('words that an editor has changed are left alone', () => {
  const {finding, source} = received(leadIn, 'lead-in-case')
  const article = {...source.snapshot, body: []}

  expect(editForFinding(finding, 2, {article, source, agencies})).toBeUndefined()
})

const edits: Readonly<Record<string, unknown>> = {
  'lead-in-case': {
    does: {key: 'writes', word: 'who'},
    set: {
      'body[_key=="3f2a-b1"].children[_key=="3f2a-b1s0"].text':
        'who pays for the list is to be settled in May. Ministers met on Monday.',
    },
  },
  'headline-or-key-point': {
    does: {key: 'heads-to-key-points'},
    unset: ['headline', 'standfirst'],
    set: {
      keyPoints: [
        {_key: '3f2a-p0k1', _type: 'keyPoint', text: 'Ferry talks go on'},
        {_key: '3f2a-p0k2', _type: 'keyPoint', text: 'Islands wait for winter sailings'},
      ],
    },
  },
  'credit-or-prose': {
    does: {key: 'to-credits'},
    set: {
      'body[_key=="3f2a-b2"].children[_key=="3f2a-b2s0"].text': 'She had been told the sum by',
      'wireCredits': [
        {
          _key: '3f2a-p115c1',
          _type: 'wireCredit',
          source: {_type: 'reference', _ref: 'wireSource-reuters'},
          relation: 'sole',
          verbatim: 'REUTERS',
          position: 'end',
        },
      ],
    },
  },
}

function received(raw: string, code = '') {
  const {snapshot, spans, findings} = parseCopy(raw, {keyPrefix: '3f2a'})
  const fields: Fields = {...snapshot}
  const source: ReceivedText = {
    id: 'source.3f2a',
    raw,
    spans,
    snapshot: fields,
    fileName: '',
    provider: '',
    versionKind: '',
    versionNote: '',
    receivedAt: '',
    isSameText: false,
    noted: {},
    publication: '',
  }
  const found = findings.find((finding) => finding.code === code)
  return {
    source,
    findings,
    finding: {code, message: '', alternatives: [], start: 0, end: 0, ...found, key: 'f1'},
  }
}
