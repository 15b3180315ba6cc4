import {defineField} from '@sanity/types'

export const bodyFields = [
  defineField({
    name: 'body',
    type: 'body',
    group: 'body',
  }),
  defineField({
    name: 'authorNote',
    type: 'text',
    rows: 2,
    group: 'body',
    description: 'Printed below the text: “The writer is …”',
  }),
]
