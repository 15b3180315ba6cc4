import {expect, test} from 'vitest'

import {versionKind} from './version-kind.ts'

function paragraph(text: string) {
  return {_type: 'block', style: 'normal', children: [{_type: 'span', text}]}
}

test.for([
  [{}, 'first'],
  [{versionMark: 'UPDATE 2-'}, 'update'],
  [{versionMark: '(2nd LD)'}, 'lead'],
  [{versionMark: '1st Ld-Writethru'}, 'writeThrough'],
  [{versionMark: 'STORY WITHDRAWN:'}, 'kill'],
  [{versionMark: 'KILL KILL KILL'}, 'kill'],
  [{versionMark: 'HOLD HOLD HOLD'}, 'advisory'],
  [{versionMark: 'ADVISORY-'}, 'advisory'],
  [{slugline: 'BC-XX--Marlow-Senate, 1st Ld-Writethru,0190'}, 'writeThrough'],
  [{slugline: 'GLOBAL-QUAYS/ (UPDATE 1, PIX)'}, 'update'],
  [{slugline: 'GLOBAL-QUAYS/ (UPDATE 1, PIX, CORRECTED)'}, 'correction'],
  [{slugline: 'BC-XX--Kill Devil Pier, 0190'}, 'first'],
  [{slugline: 'BC-XX--Marlow-Senate, KILL', versionMark: 'UPDATE 2-'}, 'kill'],
  [{versionMark: 'UPDATE 2-', correctionText: '(Corrects the name of the ferry)'}, 'correction'],
  [{correctionText: '(Refiles to fix a slip in the headline)'}, 'refile'],
  [{correctionText: '(Corrects the number of gulls killed)'}, 'correction'],
  [{body: [paragraph('EDITORS: Please kill the story that was sent at 1530 GMT.')]}, 'kill'],
  [{body: [paragraph('Editors killed time in the bar of the quay.')]}, 'first'],
] as const)('%o is %s', ([notes, kind]) => {
  expect(versionKind(notes)).toBe(kind)
})
