import {expect, test} from 'vitest'

import {replaceFigures} from './replace-figures.ts'

test('figures replace figures, and the words round them stay', () => {
  const page = 'Words\n<!-- figures -->\nold\n<!-- end of figures -->\nmore words\n'
  expect(replaceFigures(page, 'figures', 'new')).toBe(
    'Words\n<!-- figures -->\n\nnew\n\n<!-- end of figures -->\nmore words\n',
  )
  expect(() => replaceFigures('Words', 'speed', 'new')).toThrow('Cannot write the figures')
})
