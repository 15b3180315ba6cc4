import {defineField} from '@sanity/types'

/** What every printed picture carries beside its asset. */
export const pictureFields = [
  defineField({
    name: 'alt',
    title: 'Alternative text',
    type: 'string',
    description: 'What the picture shows, for readers who cannot see it',
  }),
  defineField({
    name: 'caption',
    type: 'text',
    rows: 2,
    description: 'Printed below the picture (American: cutline)',
  }),
  defineField({
    name: 'credit',
    type: 'string',
    description: 'Photographer and agency, as printed',
  }),
]
