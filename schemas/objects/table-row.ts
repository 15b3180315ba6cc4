import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {englishWords, type PreviewWords} from '../preview-words.ts'

/** One row of a `table`. */
export const tableRow = defineType({
  name: 'tableRow',
  type: 'object',
  fields: [defineField({name: 'cells', type: 'array', of: [defineArrayMember({type: 'string'})]})],
  preview: {
    select: {cells: 'cells'},
    prepare: ({cells}, _options, words: PreviewWords = englishWords) => ({
      title: Array.isArray(cells) ? cells.join(' | ') : words.say('Empty row'),
    }),
  },
})
