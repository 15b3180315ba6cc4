import {CodeIcon} from '@sanity/icons/Code'
import {defineField, defineType} from '@sanity/types'

/** Something from elsewhere, shown by its address; the frontend decides how. No markup is stored. */
export const embed = defineType({
  name: 'embed',
  type: 'object',
  icon: CodeIcon,
  fields: [
    defineField({
      name: 'url',
      type: 'url',
      validation: (rule) => rule.required().uri({scheme: ['https']}),
    }),
    defineField({name: 'title', type: 'string', description: 'Read out by screen readers'}),
    defineField({name: 'caption', type: 'string'}),
  ],
  preview: {select: {title: 'title', subtitle: 'url'}},
})
