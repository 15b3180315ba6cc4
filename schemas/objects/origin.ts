import {InboxIcon} from '@sanity/icons/Inbox'
import {defineField, defineType} from '@sanity/types'

import {englishWords, type PreviewWords} from '../preview-words.ts'

/** One received text that an article was made from, oldest first. */
export const origin = defineType({
  name: 'origin',
  type: 'object',
  icon: InboxIcon,
  readOnly: true,
  fields: [
    defineField({name: 'source', type: 'reference', weak: true, to: [{type: 'sourceText'}]}),
    defineField({name: 'version', type: 'string', description: 'As the provider numbers it'}),
    defineField({name: 'importedAt', type: 'datetime', description: 'UTC'}),
    defineField({name: 'parserVersion', type: 'string'}),
    defineField({
      name: 'unmerged',
      type: 'string',
      description: 'Why the article took nothing from this text',
      options: {
        list: [
          {title: 'Older than what was there', value: 'late'},
          {title: 'A notice, not a story', value: 'notice'},
          {title: 'The article was deleted', value: 'deleted'},
          {title: 'The article stood in a release alone', value: 'inRelease'},
        ],
      },
    }),
  ],
  preview: {
    select: {fileName: 'source.fileName', importedAt: 'importedAt'},
    prepare: ({fileName, importedAt}, _options, words: PreviewWords = englishWords) => ({
      title: fileName,
      subtitle: words.time(importedAt),
    }),
  },
})
