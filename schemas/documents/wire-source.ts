import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'

export const wireSourceKinds = [
  {title: 'Wire agency', value: 'wire'},
  {title: 'Newspaper service', value: 'newspaperService'},
  {title: 'Broadcaster', value: 'broadcaster'},
  {title: 'Official body', value: 'official'},
  {title: 'Other paper', value: 'otherPaper'},
] as const

/** An agency or other origin of copy. `_id` is `wireSource-<code>`; seeded published, then the desk's to edit. */
export const wireSource = defineType({
  name: 'wireSource',
  type: 'document',
  icon: EarthGlobeIcon,
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
      name: 'aliases',
      type: 'array',
      description: 'Every form in which copy names it: “Reuters”, “REUTERS”, “Thomson Reuters”',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.unique(),
    }),
    defineField({name: 'kind', type: 'string', options: {list: [...wireSourceKinds]}}),
    defineField({
      name: 'creditStyle',
      type: 'string',
      description: 'How its credit is printed, where not by its name: “AFP”',
    }),
    defineField({
      name: 'datelineForm',
      type: 'string',
      description: 'The shape of its datelines, for the desk: “CITY, Jan 30 (Reuters) -”',
    }),
    defineField({name: 'usageTerms', type: 'text', rows: 2, description: 'Default for its copy'}),
    defineField({name: 'copyrightNotice', type: 'string', description: 'Default for its copy'}),
    defineField({
      name: 'parent',
      type: 'reference',
      to: [{type: 'wireSource'}],
      description: 'The organisation it belongs to',
    }),
    defineField({name: 'url', title: 'Website', type: 'url'}),
  ],
  orderings: [{name: 'nameAscending', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {name: 'name', kind: 'kind', code: 'code'},
    prepare: ({name, kind, code}, _options, words: PreviewWords = englishWords) => ({
      title: name ?? code ?? words.say('No name'),
      subtitle: words.say(choiceTitle(wireSourceKinds, kind)),
    }),
  },
})
