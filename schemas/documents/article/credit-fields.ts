import {defineArrayMember, defineField} from '@sanity/types'

import {proseAgencyCredited} from '../../rules/agency-in-prose.ts'
import {namedAgencies} from '../../rules/agency-names.ts'
import {bylineOncePerRole} from '../../rules/byline.ts'
import {unlessKilled} from '../../validation.ts'

/** Who wrote it, who sent it and from where. */
export const creditFields = [
  defineField({
    name: 'bylines',
    title: 'Byline',
    type: 'array',
    group: 'credits',
    description: 'In the order of printing; the printed line is made from it',
    of: [defineArrayMember({type: 'byline'})],
    validation: (rule) => rule.custom(unlessKilled(bylineOncePerRole)),
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
    validation: (rule) =>
      rule
        .custom(unlessKilled((_credits, article) => proseAgencyCredited(article, namedAgencies())))
        .warning(),
  }),
  defineField({name: 'dateline', type: 'dateline', group: 'credits'}),
]
