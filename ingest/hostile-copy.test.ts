import {afterEach, expect, test, vi} from 'vitest'

import {parseCopy} from './parse-copy.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Code units that patterns read while a text is parsed: what its cost is made of, whatever the machine. */
function codeUnitsRead(raw: string): number {
  let units = 0
  const {exec} = RegExp.prototype
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function count(this: RegExp, text) {
    const from = this.global ? this.lastIndex : 0
    const match = exec.call(this, text)
    units += (match ? match.index + match[0].length : text.length) - from
    return match
  })
  parseCopy(raw, {keyPrefix: 'h'})
  vi.restoreAllMocks()
  return units
}

test.for([
  ['one promo after another', 'The Herald is now on Signal!  '],
  ['a line of capitals', 'CALLOW '],
  ['open brackets', '(Reporting by '],
  ['quotes that never close', '“'],
  ['white space', ' \t'],
  ['empty lines', '\n\n'],
  ['full stops', '. '],
  ['credits', 'AFP, REUTERS. '],
  ['lines of one letter', 'x\n'],
  ['names', 'Ann Lee, '],
  ['references', '&amp;#8217;'],
  ['datelines', 'CALLOW, Jan 1 (Reuters) - '],
  ['capitals joined by hyphens', 'A-A-'],
  ['capitals joined by strokes', 'A/'],
  ['brackets that open and close', '(AP) '],
  ['links', 'READ MORE: A? '],
  ['posts', '— A (@ab) '],
  ['labels of contacts', 'To contact the reporter on this story: '],
  ['helpers', '— With Ann Lee and '],
  ['signs of a telegram', '$Quay\n'],
  [
    'lines without a full stop',
    'A quay that nobody has seen since the flood of the year before\n\n',
  ],
  ['calls to the readers', 'Follow us on X here. '],
  ['notices', 'Copyright 2026 '],
] as const)('reading %s costs twice as much when there is twice as much', ([, scrap]) => {
  const once = codeUnitsRead(scrap.repeat(4_000))
  const twice = codeUnitsRead(scrap.repeat(8_000))
  expect(twice).toBeLessThan(once * 2.1)
})
