import {expect, test} from 'vitest'

import {readFrontMatter} from './read-front-matter.ts'

test('front matter is read as notes, and the text begins behind it', () => {
  const raw =
    '---\r\nheadline: Ferry: to sail\nbyline: By Ann Lee and Bob Cole\nkind: update\n---\nCopy.'
  const front = readFrontMatter(raw)
  expect(front).toEqual({
    notes: {headline: 'Ferry: to sail', byline: ['Ann Lee', 'Bob Cole'], kind: 'update'},
    end: raw.indexOf('Copy.'),
  })
})

test.for([
  ['a name that nobody knows', '---\nweather: rain\n---\nCopy.'],
  ['a line of prose', '---\nThe ferries sail.\n---\nCopy.'],
  ['no second line of hyphens and no note', '---\nweather: rain\nheadline: Ferry\nCopy.'],
  ['a line before it', '\n---\nheadline: Ferry\n---\nCopy.'],
])('with %s it is copy', ([, raw]) => {
  expect(readFrontMatter(raw ?? '')).toBeUndefined()
})

test.for([
  [
    'a name that nobody knows',
    '---\nprovider: NW\ntitle: Ferry\n---\nCopy.',
    /^its notes cannot be read: line 3, "title: Ferry", is none; they are headline, date, /u,
  ],
  [
    'a name twice',
    '---\nbyline: Ann Lee\nbyline: Bob Cole\n---\nCopy.',
    /^its notes cannot be read: "byline" stands there twice \(line 3\)$/u,
  ],
  [
    'no second line of hyphens',
    '---\nheadline: Ferry\nCopy.',
    /^its notes cannot be read: the line "---" behind them is missing$/u,
  ],
  [
    'more lines than anybody writes',
    `---\nurl: x\n${'The ferries sail.\n'.repeat(60)}---\n`,
    /^its notes cannot be read: the line "---" behind them is missing$/u,
  ],
] as const)('notes with %s are an error, never copy', ([, raw, message]) => {
  expect(() => readFrontMatter(raw)).toThrow(message)
})
