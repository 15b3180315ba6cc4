import {ThListIcon} from '@sanity/icons/ThList'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {englishWords, type PreviewWords} from '../preview-words.ts'

/** A box of background beside the story (American: sidebar). */
export const factBox = defineType({
  name: 'factBox',
  type: 'object',
  icon: ThListIcon,
  fields: [
    defineField({name: 'title', type: 'string'}),
    defineField({
      name: 'body',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'block',
          styles: [{title: 'Normal', value: 'normal'}],
          lists: [{title: 'Bullets', value: 'bullet'}],
          marks: {
            decorators: [
              {title: 'Strong', value: 'strong'},
              {title: 'Emphasis', value: 'em'},
            ],
            annotations: [],
          },
        }),
      ],
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {title: 'title'},
    prepare: ({title}, _options, words: PreviewWords = englishWords) => ({
      title: title ?? words.say('Fact box'),
    }),
  },
})
