import {expect, test} from 'vitest'

import {checkLedger} from '../../ingest/check-ledger.ts'
import {parseCopy} from '../../ingest/parse-copy.ts'
import {mutateCopy, randomFrom} from './mutate-copy.ts'

const COPIES = [
  'Ferry to sail\n\nBy Ann Lee\n\nPORTHAVEN (Reuters) - The ferry sailed. It carried flour.\n\n(Reporting by Ann Lee; Editing by Bob Cole)\n',
  'A quay, closed\n\nDETROIT – The quay was closed. REUTERSThe Herald is now on Signal!\n',
]

test('the same seed gives the same text, another seed another', () => {
  expect(mutateCopy(COPIES, randomFrom(7))).toBe(mutateCopy(COPIES, randomFrom(7)))
  expect(mutateCopy(COPIES, randomFrom(7))).not.toBe(mutateCopy(COPIES, randomFrom(8)))
})

test('the ledger holds for five hundred changed texts', () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const raw = mutateCopy(COPIES, randomFrom(seed))
    const {spans, snapshot} = parseCopy(raw, {keyPrefix: 'f'})
    expect(checkLedger(raw, spans, snapshot), `seed ${seed}`).toEqual([])
  }
})
