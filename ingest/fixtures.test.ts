import {readFileSync, readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

import {checkLedger} from './check-ledger.ts'
import {fixtureOf} from './fixture-of.ts'
import {parseCopy} from './parse-copy.ts'

const FIXTURES = fileURLToPath(new URL('fixtures/', import.meta.url))

test.for(readdirSync(FIXTURES))('%s', (name) => {
  const raw = readFileSync(`${FIXTURES}${name}/source.txt`, 'utf8')
  const expected: unknown = JSON.parse(readFileSync(`${FIXTURES}${name}/expected.json`, 'utf8'))
  const parsed = parseCopy(raw, {keyPrefix: 'f'})
  expect(fixtureOf(parsed)).toEqual(expected)
  expect(checkLedger(raw, parsed.spans, parsed.snapshot)).toEqual([])
})
