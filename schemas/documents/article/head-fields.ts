import {defineArrayMember, defineField} from '@sanity/types'

/** What stands above the text. */
export const headFields = [
  defineField({
    name: 'headline',
    type: 'string',
    group: 'heads',
    description: 'Needed to publish. Copy without one stays without until you write it',
  }),
  defineField({
    name: 'standfirst',
    type: 'text',
    rows: 2,
    group: 'heads',
    description: 'The paragraph below the headline (American: deck, dek)',
  }),
  defineField({
    name: 'keyPoints',
    type: 'array',
    group: 'heads',
    description: 'None, or two to five',
    of: [defineArrayMember({type: 'keyPoint'})],
  }),
  defineField({
    name: 'headlineShort',
    title: 'Short headline',
    type: 'string',
    group: 'heads',
    description: 'For cards and phones',
  }),
  defineField({
    name: 'headlineSeo',
    title: 'Headline for search',
    type: 'string',
    group: 'heads',
    description: 'Search results cut after about 60 characters',
  }),
  defineField({
    name: 'kicker',
    type: 'string',
    group: 'heads',
    description: 'The word or two above the headline (also: eyebrow, strapline)',
  }),
]
