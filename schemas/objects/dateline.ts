import {PinIcon} from '@sanity/icons/Pin'
import {defineField, defineType} from '@sanity/types'

/** Where, and sometimes when, a story was filed: `LONDON, Jan 30 (Reuters) -`. */
export const dateline = defineType({
  name: 'dateline',
  type: 'object',
  icon: PinIcon,
  fields: [
    defineField({name: 'text', type: 'string', description: 'The whole dateline as printed'}),
    defineField({name: 'place', type: 'string'}),
    defineField({name: 'country', type: 'string'}),
    defineField({
      name: 'date',
      type: 'string',
      description: 'As printed, such as “Jan 30”: the year is not guessed',
    }),
    defineField({name: 'wireSource', type: 'reference', to: [{type: 'wireSource'}]}),
  ],
  preview: {select: {title: 'text', subtitle: 'place'}},
})
