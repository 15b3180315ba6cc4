import {expect, test} from 'vitest'

import {pictureUrl, printedPart} from './picture-url.ts'

const url = 'https://herald.example/ferry-1200x800.jpg'

test.for([
  ['nothing without a picture', {}, ''],
  ['the whole picture', {url, crop: null}, `${url}?w=600&fit=max&auto=format`],
  [
    'the part that was cropped',
    {url, width: 1200, height: 800, crop: {top: 0.25, bottom: 0.25, left: 0.1, right: 0}},
    `${url}?w=600&fit=max&auto=format&rect=120%2C200%2C1080%2C400`,
  ],
] as const)('the address of %s', ([, picture, expected]) => {
  expect(pictureUrl(picture, 600)).toBe(expected)
})

test.for([
  ['unknown size', {url}, undefined],
  ['a whole picture', {width: 1200, height: 800}, {left: 0, top: 0, width: 1200, height: 800}],
  [
    'a cropped one',
    {width: 1200, height: 800, crop: {top: 0.25, bottom: 0.25, left: 0.1, right: 0}},
    {left: 120, top: 200, width: 1080, height: 400},
  ],
] as const)('what is printed of %s', ([, picture, expected]) => {
  expect(printedPart(picture)).toEqual(expected)
})
