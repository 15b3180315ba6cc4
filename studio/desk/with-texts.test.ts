import {expect, test} from 'vitest'

import {schemaTypes} from '../../schemas/index.ts'
import {fieldOf, isFields} from '../../schemas/rules/narrow.ts'
import {deskSchemaTypes} from './desk-schema-types.ts'
import {withTexts} from './with-texts.ts'

const say = (english: string) => (english === '' ? '' : `⟦${english}⟧`)
const inBrackets = {say, sentence: say, time: (instant: unknown) => say(String(instant))}

test('titles, descriptions and choices are said, names and values stay', () => {
  const type = {
    name: 'byline',
    title: 'Byline',
    groups: [{name: 'names', title: 'Names'}],
    fields: [
      {
        name: 'role',
        title: 'Role',
        description: 'What they did',
        initialValue: {title: 'by'},
        options: {list: [{title: 'Written by', value: 'by'}, 'photo'], layout: 'radio'},
      },
      {name: 'text', of: [{type: 'block', marks: {decorators: [{title: 'Strong', value: 'b'}]}}]},
    ],
  }

  expect(withTexts(type, inBrackets)).toEqual({
    name: 'byline',
    title: '⟦Byline⟧',
    groups: [{name: 'names', title: '⟦Names⟧'}],
    fields: [
      {
        name: 'role',
        title: '⟦Role⟧',
        description: '⟦What they did⟧',
        initialValue: {title: 'by'},
        options: {
          list: [
            {title: '⟦Written by⟧', value: 'by'},
            {title: '⟦photo⟧', value: 'photo'},
          ],
          layout: 'radio',
        },
      },
      {
        name: 'text',
        of: [{type: 'block', marks: {decorators: [{title: '⟦Strong⟧', value: 'b'}]}}],
      },
    ],
  })
})

test('all that the schema says to an editor can be said in another language', () => {
  const english: string[] = []
  const types = deskSchemaTypes(schemaTypes, {
    ...inBrackets,
    say: (text) => {
      english.push(text)
      return say(text)
    },
  })

  expect(types.flatMap((type) => wordsOf(type)).filter((words) => !words.startsWith('⟦'))).toEqual(
    [],
  )
  expect(english).toEqual(expect.arrayContaining(['Headline', 'Heads', 'Place in the paper']))
})

test.for([
  ['importRun', {startedAt: '9 June', counts: {created: 2}}, '⟦9 June⟧', '⟦2 created⟧'],
  ['sourceText', {kind: 'kill', receivedAt: '9 June'}, '⟦No file name⟧', '⟦Kill⟧ · ⟦9 June⟧'],
  ['articleRecord', {lead0: 'Boats'}, '⟦No headline: Boats⟧', ''],
  ['wireSource', {name: 'AFP', kind: 'wire'}, 'AFP', '⟦Wire agency⟧'],
  ['finding', {message: 'A name?', state: 'open'}, '⟦A name?⟧', '⟦Open⟧'],
] as const)(
  'so can what a preview adds to a document: %s',
  ([name, selection, title, subtitle]) => {
    const preview = fieldOf(
      deskSchemaTypes(schemaTypes, inBrackets).find((type) => type.name === name),
      'preview',
    )
    const prepare = fieldOf(preview, 'prepare')

    expect(typeof prepare === 'function' && prepare(selection)).toEqual({title, subtitle})
  },
)

/** The titles, descriptions and choices anywhere in a definition. */
function wordsOf(definition: unknown): readonly string[] {
  if (Array.isArray(definition)) return definition.flatMap(wordsOf)
  if (!isFields(definition)) return []
  return Object.entries(definition).flatMap(([name, value]) => {
    if ((name === 'title' || name === 'description') && typeof value === 'string') return [value]
    if (name === 'list' && Array.isArray(value)) {
      return value.flatMap((one: unknown) => (typeof one === 'string' ? [one] : wordsOf(one)))
    }
    return name === 'preview' || name === 'initialValue' ? [] : wordsOf(value)
  })
}
