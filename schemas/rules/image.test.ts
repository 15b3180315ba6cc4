import {expect, test} from 'vitest'

import {creditPresent, describedForReaders} from './image.ts'

const asset = {_ref: 'image-1'}
const noCredit = 'The picture has no credit: name the photographer or the agency'
const noText = 'The picture has no alternative text: say what it shows'

test.for([
  [{asset, credit: 'Ann Lee', alt: 'A ferry'}, true, true],
  [{asset, credit: ' '}, noCredit, noText],
  [{caption: 'A ferry'}, true, true],
  [undefined, true, true],
] as const)('the picture %o', ([picture, credit, alt]) => {
  expect([creditPresent(picture), describedForReaders(picture)]).toEqual([credit, alt])
})
