import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {defineField, defineType} from '@sanity/types'

import {englishWords, type PreviewWords} from '../preview-words.ts'

/** The tombstone of a killed story: all that readers get by its address. */
export const kill = defineType({
  name: 'kill',
  type: 'object',
  icon: CloseCircleIcon,
  fields: [
    defineField({
      name: 'at',
      title: 'Date and time',
      type: 'datetime',
      readOnly: true,
      description: 'Stored in UTC and shown in the time zone of your browser',
    }),
    defineField({
      name: 'readerText',
      type: 'text',
      rows: 3,
      description: 'The sentence readers see',
    }),
  ],
  preview: {
    select: {readerText: 'readerText', at: 'at'},
    prepare: ({readerText, at}, _options, words: PreviewWords = englishWords) => ({
      title: readerText,
      subtitle: words.time(at),
    }),
  },
})
