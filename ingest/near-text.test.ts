import fc from 'fast-check'
import {expect, test} from 'vitest'

import {inventStory, rewriteStory} from '../scripts/bench/invent-stories.ts'
import {likeliest, nearKeys, overlapOf, tellingKeys} from './near-text.ts'

const STORY = [
  'The ferries will sail again on Monday, their operator said, after four weeks in the yard.',
  '“We have waited long enough,” said Ada Corrin, who runs the pier café and sells the tickets.',
  'The crossing takes forty minutes and the fare stays as it was before the boiler failed.',
].join('\n\n')

test('a text and its version share keys; what stands in both is shown as the first has it', () => {
  const [lead = '', ...rest] = STORY.split('\n\n').toReversed()
  const version = [`CALLOW – ${lead.toUpperCase()}`, 'Nobody was hurt.', ...rest].join(' ')
  const keys = new Set(nearKeys(STORY))
  expect(nearKeys(STORY)).toHaveLength(12)
  expect(nearKeys(version).some((key) => keys.has(key))).toBe(true)
  const overlap = overlapOf(version, STORY)
  expect(overlap?.share.toFixed(2)).toBe('0.84')
  expect(overlap?.passage.text).toBe(version.slice(overlap?.passage.start, overlap?.passage.end))
  expect(overlap?.passage.text).toMatch(/^“?we have waited/iu)
})

test.for([
  ['other words', STORY.replaceAll(/[aeiou]/gu, 'y')],
  ['too few words', STORY.slice(0, 90)],
] as const)('with %s there is no overlap', ([, other]) => {
  expect(overlapOf(STORY, other)).toBeUndefined()
})

test('a text that is too short has no keys', () => {
  expect(nearKeys('The ferries sail on Monday.')).toEqual([])
})

test.for([
  ['no key that nobody else has', {a: 0, b: 0}, []],
  ['the rare ones, rarest first', {a: 3, b: 1, c: 0, d: 2}, ['b', 'd', 'a']],
  ['rare ones and no stock phrase', {a: 400, b: 1}, ['b']],
  ['as many as find twenty texts', {a: 8, b: 11, c: 3}, ['c', 'a']],
  ['the rarest of stock phrases alone', {a: 400, b: 300}, ['b']],
] as const)('a text is looked for by %s', ([, counts, expected]) => {
  const byKey = new Map<string, number>(Object.entries(counts))
  expect(tellingKeys([...byKey.keys()], (key) => byKey.get(key) ?? 0)).toEqual(expected)
})

test('letters beyond ASCII, of one unit or two, make words as others do', () => {
  const words = Array.from(
    {length: 20},
    (_, ordinal) => `Zürich${ordinal} 日本 \u{10428}${ordinal}`,
  )
  const text = words.join(' ')
  expect(nearKeys(text)).toHaveLength(12)
  expect(nearKeys(words.join(' – ').toUpperCase())).toEqual(nearKeys(text))
  expect(nearKeys(text.replaceAll('\u{10428}', '\u{1F600}'))).not.toEqual(nearKeys(text))
})

test('case, punctuation and line ends change nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(' ', '\r\n', ' – ', '…\n\n', '\u00A0'), (gap) => {
      expect(nearKeys(STORY.toUpperCase().replaceAll(/\s+/gu, gap))).toEqual(nearKeys(STORY))
    }),
  )
})

test('any text overlaps wholly with itself, whatever it is made of', () => {
  fc.assert(
    fc.property(fc.array(fc.string({unit: 'grapheme'}), {maxLength: 80}), (words) => {
      const text = words.join(' ')
      const overlap = overlapOf(text, text)
      return overlap === undefined || overlap.share === 1
    }),
  )
})

const STORIES = 600
const UNRELATED = 600

test('of rewritten stories at least 95 % are found, and at least 95 % of what is found is right', () => {
  const stories = Array.from({length: STORIES}, (_, seed) => {
    const text = inventStory(seed).join('\n\n')
    return {id: `story-${seed}`, text, keys: nearKeys(text)}
  })
  const byKey = new Map<string, typeof stories>()
  for (const story of stories) {
    for (const key of story.keys) byKey.set(key, [...(byKey.get(key) ?? []), story])
  }
  const find = (text: string): string | undefined => {
    const keys = nearKeys(text)
    const candidates = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))]
    return likeliest(keys, candidates)
      .map(({id, text: other}) => ({id, share: overlapOf(text, other)?.share ?? 0}))
      .filter(({share}) => share > 0)
      .toSorted((a, b) => b.share - a.share)[0]?.id
  }
  const found = stories.map(({id}, seed) => ({
    id,
    found: find(rewriteStory(inventStory(seed), seed).join('\n\n')),
  }))
  const right = found.filter((pair) => pair.found === pair.id).length
  const wrong =
    found.filter((pair) => pair.found !== undefined && pair.found !== pair.id).length +
    Array.from({length: UNRELATED}, (_, seed) =>
      find(inventStory(STORIES + seed).join('\n\n')),
    ).filter((id) => id !== undefined).length
  expect(right / STORIES).toBeGreaterThanOrEqual(0.95)
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95)
})
