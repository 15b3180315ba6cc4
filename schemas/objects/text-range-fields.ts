import {defineField} from '@sanity/types'

/** A stretch of the received text: half-open, in UTF-16 code units of `raw`. */
export const textRangeFields = [
  defineField({name: 'start', type: 'number', validation: (rule) => rule.integer().min(0)}),
  defineField({name: 'end', type: 'number', validation: (rule) => rule.integer().min(0)}),
]
