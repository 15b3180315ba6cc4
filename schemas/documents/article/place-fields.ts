import {defineArrayMember, defineField} from '@sanity/types'

export const genres = [
  {title: 'News', value: 'news'},
  {title: 'Analysis', value: 'analysis'},
  {title: 'Opinion', value: 'opinion'},
  {title: 'Feature', value: 'feature'},
  {title: 'Brief', value: 'brief'},
  {title: 'Interview', value: 'interview'},
  {title: 'Live', value: 'live'},
] as const

/** Where the story stands in the paper and on the site. */
export const placeFields = [
  defineField({
    name: 'publication',
    type: 'reference',
    group: 'place',
    to: [{type: 'publication'}],
    options: {disableNew: true},
  }),
  defineField({
    name: 'section',
    type: 'reference',
    group: 'place',
    to: [{type: 'section'}],
    options: {disableNew: true},
  }),
  defineField({
    name: 'topics',
    type: 'array',
    group: 'place',
    of: [defineArrayMember({type: 'reference', to: [{type: 'topic'}]})],
    validation: (rule) => rule.unique(),
  }),
  defineField({name: 'genre', type: 'string', group: 'place', options: {list: [...genres]}}),
  defineField({
    name: 'slugline',
    type: 'string',
    group: 'place',
    description: 'The agency’s or the desk’s working title: “FERRY-NORTH/ (UPDATE 1)”',
  }),
  defineField({
    name: 'slug',
    type: 'slug',
    group: 'place',
    description: 'The last part of the address',
    options: {source: 'headline', maxLength: 96},
  }),
  defineField({
    name: 'formerSlugs',
    type: 'array',
    group: 'place',
    readOnly: true,
    description: 'Addresses that still lead here',
    of: [defineArrayMember({type: 'string'})],
    hidden: ({value}) => !Array.isArray(value) || value.length === 0,
  }),
  defineField({
    name: 'language',
    type: 'string',
    group: 'place',
    description: 'BCP 47: “en-GB”',
    validation: (rule) =>
      rule.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/u, {name: 'en, en-GB'}),
  }),
  defineField({
    name: 'urgency',
    type: 'number',
    group: 'place',
    description: '1 is a flash, 9 can wait',
    validation: (rule) => rule.integer().min(1).max(9),
  }),
]
