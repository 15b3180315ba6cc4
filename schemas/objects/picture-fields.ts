import {defineField} from '@sanity/types'

import {creditPresent, describedForReaders} from '../rules/image.ts'

/** What every printed picture carries beside its asset. */
export const pictureFields = [
  defineField({
    name: 'alt',
    title: 'Alternative text',
    type: 'string',
    description: 'What the picture shows, for readers who cannot see it',
    validation: (rule) =>
      rule.custom((alt, context) => describedForReaders({...pictureOf(context.parent), alt})),
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
    validation: (rule) =>
      rule.custom((credit, context) => creditPresent({...pictureOf(context.parent), credit})),
  }),
]

function pictureOf(parent: unknown): object {
  return typeof parent === 'object' && parent !== null ? parent : {}
}
