import {ThLargeIcon} from '@sanity/icons/ThLarge'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {englishWords, type PreviewWords} from '../preview-words.ts'

/** A table in the text. Rows are objects with cells, because the Content Lake allows no array in an array. */
export const table = defineType({
  name: 'table',
  type: 'object',
  icon: ThLargeIcon,
  fields: [
    defineField({name: 'caption', type: 'string'}),
    defineField({
      name: 'headerRow',
      type: 'boolean',
      description: 'The first row names the columns',
    }),
    defineField({
      name: 'rows',
      type: 'array',
      of: [defineArrayMember({type: 'tableRow'})],
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: {caption: 'caption', rows: 'rows'},
    prepare: ({caption, rows}, _options, words: PreviewWords = englishWords) => ({
      title: caption ?? words.say('Table'),
      subtitle: words.say(`Rows: ${Array.isArray(rows) ? rows.length : 0}`),
    }),
  },
})
