import {expect, test} from 'vitest'

import {doubtSentences} from '../../ingest/doubt-sentences.ts'
import {ruleSentences} from '../../schemas/rules/rule-sentences.ts'
import {readFrom, sayFrom} from '../../schemas/sentence.ts'
import {refusalSentences} from './refusal-sentences.ts'
import {sentencesEn} from './sentences.en.ts'
import {translateSentence} from './translate-sentence.ts'

/** A language in which every sentence is its key and what stands in it. */
const said = (key: string, values: Readonly<Record<string, string>>) =>
  [key, ...Object.values(values)].join(' | ')

test.for([
  ['The story has no headline: the source gave none, write one', 'headline-missing'],
  ['The headline still holds "UPDATE 1-"', 'headline-residue | UPDATE 1-'],
  ['The name "A | B" holds "|"', 'byline-bar | A | B'],
  [
    'Is “Read more” a caption or a link of the page, or part of the story? It was left out, as were 3 more of its kind',
    'stray-line-and-others | Read more | 3',
  ],
  [
    'Is “50 % (or more)?” the headline, or the first of 3 key points?',
    'headline-or-key-point | 50 % (or more)? | 3',
  ],
  ['The headline still holds "two\nlines"', 'headline-residue | two\nlines'],
  [
    'One story: make this a version of the story that begins “The port …”',
    'is-version | story-without-headline | The port ',
  ],
  [
    'Cannot go out on Sunday, 25 October 2026 at 01:30 BST (Europe/London): the embargo lifts on Sunday, 25 October 2026 at 01:30 GMT (Europe/London)',
    'embargo-holds | Sonntag, 25. Oktober 2026 um 01:30 GMT+1 (Europe/London) | Sonntag, 25. Oktober 2026 um 01:30 GMT+0 (Europe/London)',
  ],
  [
    'Cannot go out on Sunday, 25 October 2026 at 01:30 UTC: the embargo lifts on Sunday, 25 October 2026 at 03:30 UTC',
    'embargo-holds | Sonntag, 25. Oktober 2026 um 01:30 UTC | Sonntag, 25. Oktober 2026 um 03:30 UTC',
  ],
  [
    'Monday, 31 November 2026 at 06:00 GMT (Europe/London)',
    'Monday, 31 November 2026 at 06:00 GMT (Europe/London)',
  ],
  // As copy may say it: no zone has that name
  ['Sunday, 5 July 2026 at 09:00 BST (London)', 'Sunday, 5 July 2026 at 09:00 BST (London)'],
  ['29 Nov, 06:00 GMT', '29 Nov, 06:00 GMT'],
  ['WHO', 'WHO'],
] as const)('%s', ([english, expected]) => {
  expect(translateSentence(english, {say: said, locale: 'de-DE'})).toBe(expected)
})

test('every sentence is known again by its own key, whatever stands in it', () => {
  const read = readFrom(sentencesEn)
  const places = Object.entries(sentencesEn).map(([key, text]) => ({
    key,
    text: text.replaceAll(/\{\{[A-Za-z]+\}\}/gu, '“50 %” (a.b*c)'),
  }))

  expect(places.map(({text}) => read(text)?.key)).toEqual(places.map(({key}) => key))
})

test('the lists of sentences share no key', () => {
  const lists = [ruleSentences, doubtSentences, refusalSentences]

  expect(Object.keys(sentencesEn)).toEqual(lists.flatMap((list) => Object.keys(list)))
})

test('what stands in a sentence is not filled in again', () => {
  const say = sayFrom({twice: '{{one}} and {{two}}'})

  expect(say('twice', {one: '{{two}}', two: 2})).toBe('{{two}} and 2')
})
