import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

import {describe, expect, test} from 'vitest'

import {checkLedger} from './check-ledger.ts'
import {decodeCopy} from './decode-copy.ts'
import {parseCopy} from './parse-copy.ts'

const SEED = fileURLToPath(new URL('../../shared/seed/', import.meta.url))
const [file] = existsSync(SEED) ? readdirSync(SEED).filter((name) => name.endsWith('.txt')) : []

describe.skipIf(file === undefined)(
  'the seed text (skipped: no folder ../shared/seed/ beside the project)',
  () => {
    // what is skipped is described all the same, so this runs without the file too
    const {raw} = decodeCopy(file === undefined ? new Uint8Array() : readFileSync(SEED + file))
    const {story, spans, snapshot, findings} = parseCopy(raw, {keyPrefix: 'seed'})
    const lines = raw.split('\n').filter((line) => line !== '')

    test('has no headline, byline or dateline, and none is invented', () => {
      expect(story).toMatchObject({headline: null, standfirst: null, bylines: [], dateline: null})
    })

    test('has its two first lines as key points', () => {
      expect(story.keyPoints).toEqual(lines.slice(0, 2))
    })

    test('has one wire credit', () => {
      expect(story.wireCredits).toEqual([
        {source: 'Reuters', relation: 'sole', verbatim: 'REUTERS', position: 'end'},
      ])
    })

    test('has fifteen body paragraphs, as printed but for the lead-in and the credit', () => {
      const printed = lines.slice(2, 17)
      const [first = '', last = ''] = [printed[0], printed.at(-1)]
      expect(story.body).toHaveLength(15)
      expect(story.body.map((block) => block.text)).toEqual([
        first.slice(0, 1) + first.slice(1, 5).toLowerCase() + first.slice(5),
        ...printed.slice(1, -1),
        last.slice(0, last.lastIndexOf('.') + 1),
      ])
    })

    test('has its lead-in as a mark on the first word alone', () => {
      expect(story.body.flatMap((block) => block.marks ?? [])).toEqual([
        {type: 'leadIn', start: 0, end: 5},
      ])
    })

    test('has the two paragraphs of the house promo taken out, with rule and reason', () => {
      expect(story.removed).toEqual([
        {
          text: lines.at(-2),
          rule: 'paper-on-messenger@1',
          reason: 'House promo: the paper on a messaging service',
        },
        {
          text: lines.at(-1),
          rule: 'updates-by-messenger@2',
          reason:
            'House promo: the paper’s updates by messaging service (truncated: its link text is lost)',
        },
      ])
    })

    test('leaves no doubt and no fault in the ledger', () => {
      expect(findings).toEqual([])
      expect(checkLedger(raw, spans, snapshot)).toEqual([])
      expect(spans.map((span) => raw.slice(span.start, span.end)).join('')).toBe(raw)
    })
  },
)
