import {expect, test} from 'vitest'

import {importRun} from './import-run.ts'

test.for([
  [
    'a run that is over',
    {startedAt: '2026-11-24T14:58:32.663Z', counts: {created: 13, updated: 0, conflict: 1}},
    {title: '24 Nov 2026, 14:58 UTC', subtitle: '13 created · 1 conflict'},
  ],
  [
    'one that was taken back',
    {startedAt: '2026-11-24T14:58:32.663Z', counts: {merged: 2}, undoState: 'partlyUndone'},
    {title: '24 Nov 2026, 14:58 UTC', subtitle: '2 merged · Undone in part'},
  ],
  ['one that says nothing', {}, {title: 'No date', subtitle: ''}],
] as const)('import run in a list: %s', ([, run, lines]) => {
  expect(
    importRun.preview?.prepare?.(
      {counts: undefined, startedAt: undefined, undoState: undefined, ...run},
      undefined,
    ),
  ).toEqual(lines)
})
