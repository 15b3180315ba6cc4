import {FolderIcon} from '@sanity/icons/Folder'
import {defineField, defineType} from '@sanity/types'

/** A desk section of the paper. `_id` is `section-<slug>`; seeded published. */
export const section = defineType({
  name: 'section',
  type: 'document',
  icon: FolderIcon,
  fields: [
    defineField({name: 'name', type: 'string', validation: (rule) => rule.required()}),
    defineField({
      name: 'slug',
      type: 'slug',
      options: {source: 'name', maxLength: 96},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'order',
      type: 'number',
      description: 'Place in the navigation, lowest first',
      validation: (rule) => rule.integer(),
    }),
  ],
  orderings: [
    {name: 'orderAscending', title: 'Navigation', by: [{field: 'order', direction: 'asc'}]},
  ],
  preview: {select: {title: 'name', subtitle: 'slug.current'}},
})
