import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {pictureFields} from '../objects/picture-fields.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'

export const contributorKinds = [
  {title: 'Staff', value: 'staff'},
  {title: 'Freelance', value: 'freelance'},
  {title: 'Agency', value: 'agency'},
  {title: 'Guest', value: 'guest'},
] as const

/**
 * A person who can stand in a byline. `_id` is `contributor-<slug>`, no dot: public queries follow references to it, so
 * nothing private stands here (see `contributorRecord`). An import never makes one; it links one exact alias match.
 */
export const contributor = defineType({
  name: 'contributor',
  type: 'document',
  icon: UserIcon,
  fields: [
    defineField({name: 'name', type: 'string', validation: (rule) => rule.required()}),
    defineField({
      name: 'bylineName',
      type: 'string',
      description: 'As printed, where it differs from the name',
    }),
    defineField({
      name: 'slug',
      type: 'slug',
      options: {source: 'name', maxLength: 96},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'aliases',
      type: 'array',
      description: 'The name as copy writes it: an import links an exact match',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.unique(),
    }),
    defineField({name: 'kind', type: 'string', options: {list: [...contributorKinds]}}),
    defineField({name: 'jobTitle', type: 'string'}),
    defineField({name: 'affiliation', type: 'string'}),
    defineField({name: 'bio', title: 'Biography', type: 'text', rows: 4}),
    defineField({name: 'portrait', type: 'image', options: {hotspot: true}, fields: pictureFields}),
    defineField({
      name: 'sameAs',
      title: 'Elsewhere',
      type: 'array',
      description: 'Addresses of pages about the same person',
      of: [defineArrayMember({type: 'url'})],
    }),
  ],
  orderings: [{name: 'nameAscending', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {name: 'name', kind: 'kind', affiliation: 'affiliation', media: 'portrait'},
    prepare: ({name, kind, affiliation, media}, _options, words: PreviewWords = englishWords) => ({
      title: name ?? words.say('No name'),
      subtitle: [words.say(choiceTitle(contributorKinds, kind)), affiliation]
        .filter(Boolean)
        .join(' · '),
      media,
    }),
  },
})
