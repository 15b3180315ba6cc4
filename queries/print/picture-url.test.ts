import {expect, test} from 'vitest'

import {pictureUrl} from './picture-url.ts'

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
