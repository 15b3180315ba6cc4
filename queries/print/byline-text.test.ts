import {expect, test} from 'vitest'

import {bylineText} from './byline-text.ts'

const ann = {role: 'by', name: 'Ann Lee', locationText: 'Oslo'}
const bo = {role: 'by', name: 'Bo Ek', locationText: 'Oslo'}
const cy = {role: 'by', name: 'Cy Orr'}

test.for([
  ['one person', [cy], 'By Cy Orr'],
  ['a person in a place', [ann], 'By Ann Lee in Oslo'],
  ['two persons in one place', [ann, bo], 'By Ann Lee and Bo Ek in Oslo'],
  [
    'two persons in two places',
    [ann, {...bo, locationText: 'Bergen'}],
    'By Ann Lee in Oslo and Bo Ek in Bergen',
  ],
  [
    'three persons in two places',
    [ann, bo, {...cy, locationText: 'Bergen'}],
    'By Ann Lee and Bo Ek in Oslo, and Cy Orr in Bergen',
  ],
  ['three persons', [cy, {role: 'by', name: 'A'}, {role: 'by', name: 'B'}], 'By Cy Orr, A and B'],
  [
    'roles in the order of printing',
    [{role: 'editing', name: 'Di Fox'}, {role: 'additionalReporting', name: 'Cy Orr'}, ann, bo],
    'By Ann Lee and Bo Ek in Oslo; additional reporting by Cy Orr; editing by Di Fox',
  ],
  ['no writer', [{role: 'reporting', name: 'Di Fox'}], 'Reporting by Di Fox'],
  [
    'a contributor',
    [cy, {role: 'contributed', name: 'Di Fox'}],
    'By Cy Orr; with contributions from Di Fox',
  ],
  [
    'posts and houses',
    [
      {...cy, jobTitle: 'Political Editor'},
      {role: 'by', name: 'Di Fox', affiliationText: 'Courier'},
    ],
    'By Cy Orr, Political Editor, and Di Fox, Courier',
  ],
  ['nobody', [{role: 'by', name: null}, {role: 'by'}], ''],
  ['nothing', null, ''],
] as const)('bylineText: %s', ([, bylines, expected]) => {
  expect(bylineText(bylines)).toBe(expected)
})

test.for([
  ['From our correspondents', 'From our correspondents'],
  [' ', 'By Cy Orr'],
  [null, 'By Cy Orr'],
] as const)('bylineText with the override "%s"', ([override, expected]) => {
  expect(bylineText([cy], override)).toBe(expected)
})
