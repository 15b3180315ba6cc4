import {expect, test} from 'vitest'

import {decodeCopy, UnreadableCopyError} from './decode-copy.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

test.for([
  ['UTF-8', bytes(0xc3, 0xa9), {raw: 'é', encoding: 'utf-8', repairs: []}],
  [
    'UTF-8 with a byte order mark',
    bytes(0xef, 0xbb, 0xbf, 0x41),
    {raw: 'A', encoding: 'utf-8', repairs: []},
  ],
  [
    'UTF-16, little end first',
    bytes(0xff, 0xfe, 0x41, 0x00),
    {raw: 'A', encoding: 'utf-16le', repairs: []},
  ],
  [
    'UTF-16, big end first',
    bytes(0xfe, 0xff, 0x00, 0x41),
    {raw: 'A', encoding: 'utf-16be', repairs: []},
  ],
  ['Windows-1252', bytes(0x93, 0x41, 0x94), {raw: '“A”', encoding: 'windows-1252', repairs: []}],
  ['an empty file', bytes(), {raw: '', encoding: 'utf-8', repairs: []}],
  [
    'UTF-8 with one stray byte, mended and recorded',
    bytes(0xc3, 0xa9, 0x92, 0x73),
    {raw: 'é’s', encoding: 'utf-8', repairs: [{start: 1, end: 2, from: 'byte 0x92', to: '’'}]},
  ],
  [
    'UTF-16 with half a pair, mended and recorded',
    bytes(0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00),
    {
      raw: '\uFFFDA',
      encoding: 'utf-16le',
      repairs: [{start: 0, end: 1, from: 'lone surrogate D83D', to: '\uFFFD'}],
    },
  ],
] as const)('decodeCopy reads %s', ([, copy, expected]) => {
  expect(decodeCopy(copy)).toEqual(expected)
})

test.for([
  ['a zero byte', bytes(0x41, 0x00, 0x42), 1],
  ['a PDF', bytes(0x25, 0x50, 0x44, 0x46, 0x2d), 0],
  ['a byte that no code page has', bytes(0x41, 0x42, 0x81), 2],
  ['half a character of UTF-16', bytes(0xff, 0xfe, 0x41), 2],
] as const)('decodeCopy refuses %s and says where', ([, copy, offset]) => {
  const read = () => decodeCopy(copy)
  expect(read).toThrow(UnreadableCopyError)
  expect(read).toThrow(expect.objectContaining({offset}))
})
