import {EditIcon} from '@sanity/icons/Edit'
import {defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'

export const decisionKinds = [
  {title: 'Killed', value: 'kill'},
  {title: 'Brought back', value: 'revive'},
  {title: 'Unpublished', value: 'unpublish'},
  {title: 'Embargo set', value: 'embargoSet'},
  {title: 'Embargo cleared', value: 'embargoCleared'},
] as const

/** What an editor decided about the life of an article, and why: kept for good, never printed. */
export const decision = defineType({
  name: 'decision',
  type: 'object',
  icon: EditIcon,
  fields: [
    defineField({name: 'kind', type: 'string', options: {list: [...decisionKinds]}}),
    defineField({name: 'by', type: 'string'}),
    defineField({name: 'at', type: 'datetime', description: 'UTC'}),
    defineField({name: 'reason', type: 'text', rows: 2}),
    defineField({
      name: 'formerId',
      type: 'string',
      description: 'The document that held the text before a kill',
    }),
    defineField({
      name: 'formerRevision',
      type: 'string',
      description: 'Its revision in the history',
    }),
  ],
  preview: {
    select: {kind: 'kind', reason: 'reason', by: 'by'},
    prepare: ({kind, reason, by}, _options, words: PreviewWords = englishWords) => ({
      title: [words.say(choiceTitle(decisionKinds, kind)), by].filter(Boolean).join(' · '),
      subtitle: reason,
    }),
  },
})
