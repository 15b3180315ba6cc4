import {defineArrayMember, defineField} from '@sanity/types'

/** Who wrote it, who sent it and from where. */
export const creditFields = [
  defineField({
    name: 'bylines',
    title: 'Byline',
    type: 'array',
    group: 'credits',
    description: 'In the order of printing; the printed line is made from it',
    of: [defineArrayMember({type: 'byline'})],
  }),
  defineField({
    name: 'bylineOverride',
    type: 'object',
    group: 'credits',
    description: 'Printed instead of the byline; the reason is kept on the record',
    fields: [defineField({name: 'text', type: 'string'})],
    options: {collapsible: true, collapsed: true},
  }),
  defineField({
    name: 'wireCredits',
    type: 'array',
    group: 'credits',
    description: 'The agencies behind the text, the main one first',
    of: [defineArrayMember({type: 'wireCredit'})],
  }),
  defineField({name: 'dateline', type: 'dateline', group: 'credits'}),
]
