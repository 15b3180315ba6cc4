import {expect, test} from 'vitest'

import type {LedgerSpan} from '../../ingest/ledger.ts'
import {agencyNote} from './agency-note.ts'

const raw = 'UPDATE 2-Ferries sail\n(Adds quote)\nThe ferries sail.'
const span = (start: number, end: number, rule: string): LedgerSpan => ({
  start,
  end,
  kind: 'removed',
  op: 'copy',
  targets: [],
  rule,
  reason: '',
  confidence: 1,
})

test.for([
  ['mark and advisory', 'UPDATE 2-', [span(22, 34, 'advisory@1')], 'UPDATE 2: Adds quote'],
  ['mark alone', 'UPDATE 2-', [], 'UPDATE 2'],
  ['advisory alone', '', [span(22, 34, 'advisory@2')], 'Adds quote'],
  ['other removals are no note', '', [span(0, 9, 'version-mark@1')], ''],
] as const)('agencyNote: %s', ([, versionNote, spans, note]) => {
  expect(agencyNote({versionNote, spans, raw})).toBe(note)
})
