import {BookIcon} from '@sanity/icons/Book'
import {defineField, defineType} from '@sanity/types'

/** A title of the house, or one that is imported from. `_id` is `publication-<code>`; seeded published. */
export const publication = defineType({
  name: 'publication',
  type: 'document',
  icon: BookIcon,
  fields: [
    defineField({name: 'name', type: 'string', validation: (rule) => rule.required()}),
    defineField({
      name: 'code',
      type: 'string',
      description: 'Short and stable: the id is made from it',
      validation: (rule) =>
        rule.required().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, {name: 'a-z, 0-9, -'}),
    }),
    defineField({
      name: 'slug',
      type: 'slug',
      options: {source: 'name', maxLength: 96},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'timeZone',
      type: 'string',
      description: 'By its IANA name: “Europe/London”',
    }),
    defineField({name: 'language', type: 'string', description: 'BCP 47: “en-GB”'}),
    defineField({
      name: 'headlineLimit',
      type: 'number',
      description: 'Characters; a longer headline is warned about',
      validation: (rule) => rule.integer().positive(),
    }),
    defineField({
      name: 'headlineShortLimit',
      title: 'Short headline limit',
      type: 'number',
      description: 'Characters; counted in the form',
      validation: (rule) => rule.integer().positive(),
    }),
    defineField({
      name: 'standfirstLimit',
      type: 'number',
      description: 'Characters; counted in the form',
      validation: (rule) => rule.integer().positive(),
    }),
    defineField({
      name: 'keyPointLimit',
      type: 'number',
      description: 'Words; a longer key point is warned about',
      validation: (rule) => rule.integer().positive(),
    }),
    defineField({
      name: 'leadInPolicy',
      type: 'string',
      description: 'How the marked first words of a story are printed',
      options: {
        list: [
          {title: 'In capitals', value: 'capitals'},
          {title: 'Like the rest', value: 'plain'},
        ],
      },
    }),
    defineField({
      name: 'endCreditPolicy',
      type: 'string',
      description: 'How the agencies are credited at the end of a story',
      options: {
        list: [
          {title: 'In capitals: AFP, REUTERS', value: 'capitals'},
          {title: 'In parentheses: (AFP, Reuters)', value: 'parentheses'},
          {title: 'By name: AFP, Reuters', value: 'names'},
          {title: 'Not printed', value: 'none'},
        ],
      },
    }),
  ],
  orderings: [{name: 'nameAscending', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {select: {title: 'name', subtitle: 'timeZone'}},
})
