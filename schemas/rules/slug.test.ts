import {expect, test} from 'vitest'

import {slugFree, slugKept, slugPresent} from './slug.ts'

const missing = 'The story has no slug: generate one from the headline'

test.for([
  [{current: 'ferry'}, true],
  [{current: ''}, missing],
  ['ferry', missing],
  [undefined, missing],
] as const)('slugPresent: %o', ([slug, expected]) => {
  expect(slugPresent(slug)).toBe(expected)
})

test.for([
  [false, true],
  [true, 'The slug "ferry" belongs to another article'],
] as const)('slugFree when taken is %s', ([taken, expected]) => {
  expect(slugFree({current: 'ferry'}, taken)).toBe(expected)
})

const published = {slug: {current: 'ferry'}, firstPublishedAt: '2026-11-20T06:00:00Z'}

test.for([
  ['kept', {slug: {current: 'ferry'}}, published, true],
  [
    'changed',
    {slug: {current: 'night-ferry'}},
    published,
    'The slug was "ferry" when the story was published; that address leads nowhere',
  ],
  [
    'changed and remembered',
    {slug: {current: 'night-ferry'}, formerSlugs: ['ferry']},
    published,
    'The slug was "ferry" when the story was published; that address still leads here',
  ],
  ['not yet published', {slug: {current: 'night-ferry'}}, undefined, true],
] as const)('slugKept: %s', ([, article, earlier, expected]) => {
  expect(slugKept(article, earlier)).toBe(expected)
})
