import {expect, test} from 'vitest'

import {readImageRequest} from './image-request.ts'

const plain = {
  fit: 'clip',
  crop: 'center',
  focus: {x: 0.5, y: 0.5},
  isAuto: false,
  quality: 75,
  turn: 0,
  flip: {horizontal: false, vertical: false},
  sharpen: 0,
  blur: 0,
  saturation: 0,
  isInverted: false,
  isStill: false,
  pad: 0,
}

test.for([
  ['nothing', '', undefined],
  ['a download', 'dl=photo.jpg', undefined],
  ['something unknown', 'colour=nice', undefined],
  ['a width', 'w=320', {...plain, width: 320}],
  ['a denser screen', 'w=320&h=200&dpr=2', {...plain, width: 640, height: 400}],
  ['at most this wide', 'max-w=300', {...plain, width: 300}],
  ['no wider than that', 'w=500&max-w=300', {...plain, width: 300}],
  [
    'a rectangle',
    'rect=10,0,300,200',
    {...plain, rect: {left: 10, top: 0, width: 300, height: 200}},
  ],
  [
    'a crop around a point',
    'w=9&h=9&fit=crop&crop=focalpoint&fp-x=0.2&fp-y=1',
    {...plain, width: 9, height: 9, fit: 'crop', crop: 'focalpoint', focus: {x: 0.2, y: 1}},
  ],
  ['the first frame alone', 'frame=1', {...plain, isStill: true}],
  ['a short colour', 'bg=f00', {...plain, background: '#f00'}],
  ['a colour with alpha first', 'bg=80ff0000', {...plain, background: '#ff000080'}],
] as const)('%s is read', ([, query, expected]) => {
  expect(readImageRequest(new URLSearchParams(query))).toEqual(expected)
})

test.for([
  'w=0',
  'w=-1',
  'w=9000',
  'w=1e9',
  'h=x',
  'q=101',
  'dpr=9',
  'fit=huge',
  'crop=up',
  'or=45',
  'fm=bmp',
  'bg=red',
  'rect=1,2,3',
  'rect=0,0,0,9',
  'blur=NaN',
])('%s is refused', (query) => {
  expect(() => readImageRequest(new URLSearchParams(query))).toThrow(
    `Cannot draw image: ${query} is `,
  )
})
