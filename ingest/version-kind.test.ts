import {expect, test} from 'vitest'

import {versionKind} from './version-kind.ts'

test.for([
  [undefined, undefined, 'first'],
  ['UPDATE 2-', undefined, 'update'],
  ['(2nd LD)', undefined, 'lead'],
  ['1st Ld-Writethru', undefined, 'writeThrough'],
  ['STORY WITHDRAWN:', undefined, 'kill'],
  ['KILL KILL KILL', undefined, 'kill'],
  ['HOLD HOLD HOLD', undefined, 'advisory'],
  ['ADVISORY-', undefined, 'advisory'],
  ['UPDATE 2-', '(Corrects the name of the ferry)', 'correction'],
  [undefined, '(Refiles to fix a slip in the headline)', 'refile'],
  [undefined, '(Corrects the number of gulls killed)', 'correction'],
] as const)('%s with %s is %s', ([mark, correction, kind]) => {
  expect(versionKind(mark, correction)).toBe(kind)
})
