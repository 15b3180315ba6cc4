import fc from 'fast-check'
import {expect, test} from 'vitest'

import {focalRectangle} from './focal-rectangle.ts'

test('the rectangle follows the point and stops at the edge', () => {
  const picture = {width: 400, height: 200}
  const square = {width: 50, height: 50}
  const at = (x: number) => focalRectangle(picture, square, {x, y: 0.5}).left
  expect([at(0), at(0.5), at(0.6), at(1)]).toEqual([0, 100, 140, 200])
})

test('the rectangle never leaves the picture', () => {
  const side = fc.integer({min: 1, max: 8192})
  const share = fc.double({min: 0, max: 1, noNaN: true})
  fc.assert(
    fc.property(side, side, side, side, share, share, (width, height, w, h, x, y) => {
      const cut = focalRectangle({width, height}, {width: w, height: h}, {x, y})
      return (
        cut.left >= 0 &&
        cut.top >= 0 &&
        cut.width >= 1 &&
        cut.height >= 1 &&
        cut.left + cut.width <= width &&
        cut.top + cut.height <= height
      )
    }),
  )
})
