import {DocumentIcon} from '@sanity/icons/Document'
import {defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'

export const importOutcomes = [
  {title: 'Created', value: 'created'},
  {title: 'Updated', value: 'updated'},
  {title: 'Merged', value: 'merged'},
  {title: 'Unchanged', value: 'unchanged'},
  {title: 'Conflict', value: 'conflict'},
  {title: 'Duplicate', value: 'duplicate'},
  {title: 'Refused', value: 'refused'},
  {title: 'Failed', value: 'failed'},
] as const

/** What became of one text of a run. */
export const importItem = defineType({
  name: 'importItem',
  type: 'object',
  icon: DocumentIcon,
  fields: [
    defineField({name: 'path', type: 'string'}),
    defineField({name: 'outcome', type: 'string', options: {list: [...importOutcomes]}}),
    defineField({name: 'article', type: 'reference', weak: true, to: [{type: 'article'}]}),
    defineField({name: 'reason', type: 'string'}),
    defineField({
      name: 'undo',
      type: 'text',
      hidden: true,
      description: 'What was there before, JSON: taking the run back needs it',
    }),
  ],
  preview: {
    select: {path: 'path', outcome: 'outcome'},
    prepare: ({path, outcome}, _options, words: PreviewWords = englishWords) => ({
      title: path,
      subtitle: words.say(choiceTitle(importOutcomes, outcome)),
    }),
  },
})
