import {defineArrayMember, defineField} from '@sanity/types'

const SHOWN_IN = 'Stored in UTC and shown in the time zone of your browser'

/** What happened to the story. The three times are set by the publish action, in the same request. */
export const lifeFields = [
  defineField({
    name: 'pubStatus',
    title: 'Publishing status',
    type: 'string',
    group: 'life',
    description: 'The IPTC words: withheld stays out of every list, canceled is killed',
    initialValue: 'usable',
    options: {
      list: [
        {title: 'Usable', value: 'usable'},
        {title: 'Withheld', value: 'withheld'},
        {title: 'Canceled', value: 'canceled'},
      ],
    },
  }),
  defineField({
    name: 'firstPublishedAt',
    type: 'datetime',
    group: 'life',
    readOnly: true,
    description: `Never changes. ${SHOWN_IN}`,
  }),
  defineField({
    name: 'publishedAt',
    type: 'datetime',
    group: 'life',
    readOnly: true,
    description: `The date printed with the story. ${SHOWN_IN}`,
  }),
  defineField({
    name: 'contentUpdatedAt',
    type: 'datetime',
    group: 'life',
    readOnly: true,
    description: `When its words last changed for readers. ${SHOWN_IN}`,
  }),
  defineField({
    name: 'corrections',
    type: 'array',
    group: 'life',
    of: [defineArrayMember({type: 'correction'})],
  }),
  defineField({
    name: 'updateOf',
    type: 'reference',
    group: 'life',
    to: [{type: 'article'}],
    description: 'The story that this one continues',
  }),
  defineField({
    name: 'kill',
    type: 'kill',
    group: 'life',
    description: 'Set by the Kill action',
    readOnly: true,
    hidden: ({value}) => value === undefined,
  }),
]
