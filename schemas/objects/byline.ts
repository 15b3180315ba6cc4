import {UserIcon} from '@sanity/icons/User'
import {defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'

/** What a person did for a story; the order is the order of the printed line. */
export const bylineRoles = [
  {title: 'By', value: 'by'},
  {title: 'Reporting', value: 'reporting'},
  {title: 'Additional reporting', value: 'additionalReporting'},
  {title: 'Contributed', value: 'contributed'},
  {title: 'Writing', value: 'writing'},
  {title: 'Editing', value: 'editing'},
  {title: 'Photos', value: 'photos'},
  {title: 'Video', value: 'video'},
  {title: 'Graphics', value: 'graphics'},
  {title: 'Translation', value: 'translation'},
  {title: 'Research', value: 'research'},
] as const

/**
 * One entry of a byline: a known contributor, or the name as the copy wrote it. The printed line is never stored:
 * `bylineText()` in `queries/` makes it.
 */
export const byline = defineType({
  name: 'byline',
  type: 'object',
  icon: UserIcon,
  fields: [
    defineField({name: 'contributor', type: 'reference', to: [{type: 'contributor'}]}),
    defineField({
      name: 'nameAsWritten',
      type: 'string',
      description: 'The name as the copy printed it, while no contributor is linked',
    }),
    defineField({
      name: 'role',
      type: 'string',
      options: {list: [...bylineRoles]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'jobTitle',
      type: 'string',
      description: 'As printed with this story: “Political Editor”',
    }),
    defineField({
      name: 'locationText',
      title: 'Location',
      type: 'string',
      description: '“in London”, without the “in”',
    }),
    defineField({
      name: 'affiliationText',
      title: 'Affiliation',
      type: 'string',
      description: 'The organisation printed with the name, where it is not the house',
    }),
    defineField({
      name: 'collective',
      type: 'boolean',
      description: 'A desk or a team rather than a person: “Our Foreign Staff”',
    }),
  ],
  preview: {
    select: {
      bylineName: 'contributor.bylineName',
      name: 'contributor.name',
      nameAsWritten: 'nameAsWritten',
      role: 'role',
      place: 'locationText',
    },
    prepare: (
      {bylineName, name, nameAsWritten, role, place},
      _options,
      words: PreviewWords = englishWords,
    ) => ({
      title: bylineName ?? name ?? nameAsWritten ?? words.say('No name'),
      subtitle: [words.say(choiceTitle(bylineRoles, role)), place].filter(Boolean).join(', '),
    }),
  },
})
