import {expect, test} from 'vitest'

import {blockText, bodyParagraphs} from './portable-text.ts'

const block = {
  _type: 'block',
  _key: 'b1',
  style: 'normal',
  children: [
    {_type: 'span', _key: 's0', text: 'Harbour', marks: ['leadIn']},
    {_type: 'span', _key: 's1', text: ' pilots agreed.', marks: []},
  ],
}

test('the text of a block is the text of its spans', () => {
  expect(blockText(block)).toBe('Harbour pilots agreed.')
})

test.for([
  [
    'text blocks only',
    [block, {_type: 'embed', _key: 'e1'}],
    [{key: 'b1', style: 'normal', text: 'Harbour pilots agreed.'}],
  ],
  [
    'a block without style as a normal one',
    [{_type: 'block'}],
    [{key: '', style: 'normal', text: ''}],
  ],
  ['nothing of what is no body', 'text', []],
  ['nothing of what is no block', [null, 3, ['x']], []],
] as const)('the paragraphs of a body hold %s', ([, body, expected]) => {
  expect(bodyParagraphs(body)).toEqual(expected)
})
