import {readFileSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

import {checkLedger} from './check-ledger.ts'
import {parseCopy} from './parse-copy.ts'

const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url))

/** A fixture says only what is there: what it leaves out must be absent. */
function present(story: object): object {
  return Object.fromEntries(
    Object.entries(story).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

test.for(readdirSync(FIXTURES))('%s', (name) => {
  const raw = readFileSync(`${FIXTURES}${name}/source.txt`, 'utf8')
  const expected: unknown = JSON.parse(readFileSync(`${FIXTURES}${name}/expected.json`, 'utf8'))
  const {story, findings, spans, snapshot} = parseCopy(raw, {keyPrefix: 'f'})
  const doubts = findings.map(({code, start, end}) => ({code, text: raw.slice(start, end)}))
  expect(present({...story, findings: doubts})).toEqual(expected)
  expect(checkLedger(raw, spans, snapshot)).toEqual([])
})
