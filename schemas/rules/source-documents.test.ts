import {expect, test} from 'vitest'

import {currentSources, ledgerSpans, parsedSnapshot} from './source-documents.ts'

test('a source that a newer one replaces is not current', () => {
  const first = {_id: 'source.1'}
  const second = {_id: 'source.2', previousVersion: {_ref: 'source.1'}}
  expect(currentSources([first, second, null])).toEqual([second])
})

test.for([
  ['{"headline":"Ferry"}', {headline: 'Ferry'}],
  ['[]', undefined],
  ['{', undefined],
  [undefined, undefined],
] as const)('parsedSnapshot of %s', ([parsed, expected]) => {
  expect(parsedSnapshot({parsed})).toEqual(expected)
})

test.for([
  ['[{"start":0},3]', [{start: 0}]],
  ['{}', undefined],
  ['', undefined],
] as const)('ledgerSpans of %s', ([ledger, expected]) => {
  expect(ledgerSpans({ledger})).toEqual(expected)
})
