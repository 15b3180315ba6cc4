import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'

export const correctionTypes = [
  {title: 'Correction', value: 'correction'},
  {title: 'Clarification', value: 'clarification'},
  {title: 'Update', value: 'update'},
  {title: 'Editor’s note', value: 'editorsNote'},
  {title: 'Retraction', value: 'retraction'},
] as const

/** What readers are told about a change after publication. An entry is added, never taken away. */
export const correction = defineType({
  name: 'correction',
  type: 'object',
  icon: WarningOutlineIcon,
  fields: [
    defineField({
      name: 'type',
      type: 'string',
      options: {list: [...correctionTypes]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'severity',
      type: 'string',
      options: {
        list: [
          {title: 'Substantive', value: 'substantive'},
          {title: 'Minor', value: 'minor'},
        ],
      },
    }),
    defineField({
      name: 'at',
      title: 'Date and time',
      type: 'datetime',
      description: 'Stored in UTC and shown in the time zone of your browser',
    }),
    defineField({name: 'text', type: 'text', rows: 3, description: 'The sentence readers see'}),
    defineField({
      name: 'affects',
      type: 'array',
      description: 'The fields or paragraphs that were changed',
      of: [defineArrayMember({type: 'string'})],
    }),
  ],
  preview: {
    select: {type: 'type', text: 'text', at: 'at'},
    prepare: ({type, text, at}, _options, words: PreviewWords = englishWords) => ({
      title: text ?? words.say('No text'),
      subtitle: [words.say(choiceTitle(correctionTypes, type)), words.time(at)]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
