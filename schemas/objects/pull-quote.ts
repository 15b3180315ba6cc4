import {DoubleQuoteIcon} from '@sanity/icons/DoubleQuote'
import {defineField, defineType} from '@sanity/types'

/** A quotation lifted out of the text (American: pull quote, callout). */
export const pullQuote = defineType({
  name: 'pullQuote',
  type: 'object',
  icon: DoubleQuoteIcon,
  fields: [
    defineField({name: 'text', type: 'text', rows: 3, validation: (rule) => rule.required()}),
    defineField({name: 'attribution', type: 'string', description: 'Who said it'}),
  ],
  preview: {select: {title: 'text', subtitle: 'attribution'}},
})
