import {TagIcon} from '@sanity/icons/Tag'
import {defineField, defineType} from '@sanity/types'

/** A subject, with its IPTC Media Topic where it has one. `_id` is `topic-<slug>`. */
export const topic = defineType({
  name: 'topic',
  type: 'document',
  icon: TagIcon,
  fields: [
    defineField({name: 'label', type: 'string', validation: (rule) => rule.required()}),
    defineField({
      name: 'slug',
      type: 'slug',
      options: {source: 'label', maxLength: 96},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'qcode',
      title: 'IPTC qcode',
      type: 'string',
      description: 'Such as “medtop:04000000”',
      validation: (rule) => rule.regex(/^medtop:\d{8}$/u, {name: 'IPTC Media Topic'}),
    }),
  ],
  orderings: [{name: 'labelAscending', title: 'Label', by: [{field: 'label', direction: 'asc'}]}],
  preview: {select: {title: 'label', subtitle: 'qcode'}},
})
