import {DocumentsIcon} from '@sanity/icons/Documents'
import {defineField, defineType} from '@sanity/types'

import {englishWords, type PreviewWords} from '../preview-words.ts'

/** A pointer to another story between the paragraphs. */
export const relatedArticle = defineType({
  name: 'relatedArticle',
  type: 'object',
  icon: DocumentsIcon,
  fields: [
    defineField({
      name: 'article',
      type: 'reference',
      to: [{type: 'article'}],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'title',
      type: 'string',
      description: 'Printed instead of the headline of the other story',
    }),
  ],
  preview: {
    select: {headline: 'article.headline', title: 'title'},
    prepare: ({headline, title}, _options, words: PreviewWords = englishWords) => ({
      title: title ?? headline ?? words.say('No article'),
      subtitle: words.say('Related article'),
    }),
  },
})
