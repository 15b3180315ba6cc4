import {defineField} from '@sanity/types'

/** What may be done with the text, and from when. */
export const rightsFields = [
  defineField({name: 'usageTerms', type: 'text', rows: 2, group: 'rights'}),
  defineField({name: 'copyrightNotice', type: 'string', group: 'rights'}),
  defineField({name: 'copyrightHolder', type: 'string', group: 'rights'}),
  defineField({
    name: 'syndication',
    type: 'string',
    group: 'rights',
    description: 'Whether others may print it',
    options: {
      list: [
        {title: 'Allowed', value: 'allowed'},
        {title: 'Own titles only', value: 'ownOnly'},
        {title: 'None', value: 'none'},
      ],
    },
  }),
  defineField({
    name: 'embargo',
    type: 'embargo',
    group: 'rights',
    description: 'Active without an end: may not go out until someone clears it',
  }),
]
