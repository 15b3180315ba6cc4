import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'
import {textRangeFields} from './text-range-fields.ts'

export const findingStates = [
  {title: 'Open', value: 'open'},
  {title: 'Resolved', value: 'resolved'},
  {title: 'Dismissed', value: 'dismissed'},
] as const

/** A doubt of the reader of copy, with the readings it saw. It is shown to an editor instead of being guessed away. */
export const finding = defineType({
  name: 'finding',
  type: 'object',
  icon: HelpCircleIcon,
  fields: [
    defineField({name: 'code', type: 'string', readOnly: true}),
    defineField({name: 'message', type: 'string', readOnly: true}),
    defineField({
      name: 'alternatives',
      type: 'array',
      readOnly: true,
      of: [defineArrayMember({type: 'string'})],
    }),
    defineField({name: 'where', type: 'object', readOnly: true, fields: textRangeFields}),
    defineField({
      name: 'article',
      type: 'reference',
      weak: true,
      readOnly: true,
      description: 'The other story that the text seems to be a version of',
      to: [{type: 'article'}],
    }),
    defineField({
      name: 'overlap',
      type: 'number',
      readOnly: true,
      description: 'How much of the shorter text stands in both, in per cent',
    }),
    defineField({name: 'state', type: 'string', options: {list: [...findingStates]}}),
  ],
  preview: {
    select: {message: 'message', state: 'state'},
    prepare: ({message, state}, _options, words: PreviewWords = englishWords) => ({
      title: words.sentence(message ?? ''),
      subtitle: words.say(choiceTitle(findingStates, state)),
    }),
  },
})
