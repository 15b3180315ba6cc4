import {expect, test} from 'vitest'

import {normaliseCopy} from './normalise-copy.ts'

test.for([
  ['curly and straight quotes', '“Yes,” she said. It’s done.', '"Yes," she said. It\'s done.'],
  ['line ends and trailing space', 'One.\r\nTwo. \r\n', 'One.\nTwo.'],
  ['hard wrapping', 'The quay\nwas flooded.', 'The quay was flooded.'],
  ['no-break and plain spaces', '5\u00A0kg', '5 kg'],
  ['escaped and plain characters', 'AT&amp;T', 'AT&T'],
  ['quotes read in the wrong code page', 'Itâ€™s', "It's"],
  ['composed and decomposed letters', 'cafe\u0301', 'café'],
] as const)('normaliseCopy does not tell apart %s', ([, one, other]) => {
  expect(normaliseCopy(one)).toBe(normaliseCopy(other))
})

test('normaliseCopy tells apart texts that differ in a word', () => {
  expect(normaliseCopy('The quay is open.')).not.toBe(normaliseCopy('The quay is shut.'))
})
