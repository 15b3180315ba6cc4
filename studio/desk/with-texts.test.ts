import {expect, test} from 'vitest'

import {schemaTypes} from '../../schemas/index.ts'
import {isFields} from '../../schemas/rules/narrow.ts'
import {deskSchemaTypes} from './desk-schema-types.ts'
import {withTexts} from './with-texts.ts'

const inBrackets = (english: string) => `⟦${english}⟧`

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
  const types = deskSchemaTypes(schemaTypes, (text) => {
    english.push(text)
    return inBrackets(text)
  })

  expect(types.flatMap((type) => wordsOf(type)).filter((words) => !words.startsWith('⟦'))).toEqual(
    [],
  )
  expect(english).toEqual(expect.arrayContaining(['Headline', 'Heads', 'Place in the paper']))
})

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
