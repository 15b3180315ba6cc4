import {defineField} from '@sanity/types'

import {namedAgencies} from '../../rules/agency-names.ts'
import {bodyPresent} from '../../rules/body.ts'
import {creditNotInText} from '../../rules/wire-credit.ts'
import {unlessKilled} from '../../validation.ts'

export const bodyFields = [
  defineField({
    name: 'body',
    type: 'body',
    group: 'body',
    validation: (rule) => [
      rule.custom(unlessKilled((_body, article) => bodyPresent(article))),
      rule.custom(unlessKilled((_body, article) => creditNotInText(article, namedAgencies()))),
    ],
  }),
  defineField({
    name: 'authorNote',
    type: 'text',
    rows: 2,
    group: 'body',
    description: 'Printed below the text: “The writer is …”',
  }),
]
