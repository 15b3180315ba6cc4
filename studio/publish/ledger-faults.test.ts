import {expect, test} from 'vitest'

import {parseCopy} from '../../ingest/parse-copy.ts'
import {ledgerFaults} from './ledger-faults.ts'

const raw = 'The ferry stopped.\n\nNobody was hurt.\n'
const {spans, snapshot} = parseCopy(raw, {keyPrefix: 'a'})
const source = {
  _id: 'source.a',
  raw,
  ledger: JSON.stringify(spans),
  parsed: JSON.stringify(snapshot),
}

test.for([
  ['a ledger as ingest made it holds', source, []],
  [
    'a text without a ledger',
    {...source, ledger: undefined},
    ['Cannot read "ledger" of "source.a": import the text again'],
  ],
  [
    'a reading without a body',
    {...source, parsed: '{}'},
    ['What was read from the text has no body'],
  ],
  ['a document without a text', {_id: 'source.a'}, ['The text itself is missing']],
  [
    'a ledger that leaves the end of the text out',
    {...source, raw: `${raw}More`},
    ['The spans end at 37, the copy at 41'],
  ],
] as const)('%s', ([, document, faults]) => {
  expect(ledgerFaults(document)).toEqual(faults)
})
