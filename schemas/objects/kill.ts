import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {defineField, defineType} from '@sanity/types'

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
  preview: {select: {title: 'readerText', subtitle: 'at'}},
})
