import {readFileSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

import fc from 'fast-check'
import {expect, test} from 'vitest'

import {checkLedger} from './check-ledger.ts'
import {parseCopy} from './parse-copy.ts'

const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url))
const copies = readdirSync(FIXTURES).map((name) =>
  readFileSync(`${FIXTURES}${name}/source.txt`, 'utf8'),
)

/** Scraps that the stages look for, and what breaks text: joined at random they reach into every stage. */
const scrap = fc.constantFrom(
  '\r\n',
  '\n',
  '\n\n',
  '\n\n\n',
  '\t',
  '   ',
  ' ',
  '\u00A0',
  '\u200B',
  '\uFEFF',
  '\u00AD',
  '\uD83D',
  '\uDE00',
  '\u0003',
  '“',
  '”',
  "''",
  '``',
  '(',
  ')',
  '.',
  '…',
  ' - ',
  ' — ',
  '* ',
  '&amp;',
  '&#8217;',
  'â€™',
  'ﬁ',
  '🌊',
  'REUTERS',
  'AFP, REUTERS',
  '(With inputs from PTI)',
  'REUTERSThe Herald is now on Signal!',
  'AP',
  'The Herald is now on Signal! For a briefing on working days. Join',
  'READ MORE: Tides',
  'Advertisement',
  'By Ann Lee and Bob Cole, Reuters',
  'By: --',
  'PORTHAVEN, Jan 30 (Reuters) - ',
  '(tca/dpa) - ',
  'UPDATE 2-',
  '(Reporting by Ann Lee in Porthaven and Bob Cole; Editing by Eve Orr)',
  'Ann Lee contributed to this report.',
  'EMBARGOED until 0001 Friday',
  '(Corrects paragraph 2 to say so)',
  'Story highlights',
  '01 Jan 2026, 11:58 Hours',
  'NORTH Korean ',
  '"WE are ',
  "O'LEARY ",
  'SOUTH-EAST ',
  'The quay was flooded on Monday.',
  'İSTANBUL ',
  'STRAẞE ',
)
const copy = fc.oneof(
  fc.string({unit: 'binary', maxLength: 200}),
  fc.string({unit: 'grapheme', maxLength: 200}),
  fc.array(scrap, {maxLength: 40}).map((parts) => parts.join('')),
)
const mutated = fc
  .tuple(
    fc.constantFrom('', ...copies),
    fc.array(fc.tuple(fc.nat(), fc.nat(60), scrap), {maxLength: 6}),
  )
  .map(([text, edits]) =>
    edits.reduce((whole, [at, cut, insert]) => {
      const offset = whole === '' ? 0 : at % whole.length
      return whole.slice(0, offset) + insert + whole.slice(offset + cut)
    }, text),
  )

test('the ledger of any text holds its law', () => {
  fc.assert(
    fc.property(fc.oneof(copy, mutated), (raw) => {
      const {spans, snapshot} = parseCopy(raw, {keyPrefix: 'k'})
      expect(checkLedger(raw, spans, snapshot)).toEqual([])
      expect(spans.map((span) => raw.slice(span.start, span.end)).join('')).toBe(raw)
      expect(spans.filter((span) => span.kind === 'unresolved')).toEqual([])
    }),
    {numRuns: 400},
  )
})

test('the same text gives the same reading', () => {
  fc.assert(
    fc.property(copy, (raw) => {
      expect(parseCopy(raw, {keyPrefix: 'k'})).toEqual(parseCopy(raw, {keyPrefix: 'k'}))
    }),
    {numRuns: 50},
  )
})
