import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'
import {textRangeFields} from './text-range-fields.ts'

export const resolutionKinds = [
  {title: 'Accepted as read', value: 'accepted'},
  {title: 'Put back into the text', value: 'putBack'},
  {title: 'Dismissed', value: 'dismissed'},
] as const

/** What an editor decided about one stretch of the received text, and why. */
export const resolution = defineType({
  name: 'resolution',
  type: 'object',
  icon: CheckmarkCircleIcon,
  fields: [
    defineField({name: 'kind', type: 'string', options: {list: [...resolutionKinds]}}),
    defineField({
      name: 'source',
      type: 'reference',
      weak: true,
      to: [{type: 'sourceText'}],
      description: 'The received text the stretch belongs to; empty: the newest',
    }),
    ...textRangeFields,
    defineField({name: 'by', type: 'string'}),
    defineField({name: 'at', type: 'datetime', description: 'UTC'}),
    defineField({name: 'note', type: 'string'}),
  ],
  preview: {
    select: {kind: 'kind', note: 'note'},
    prepare: ({kind, note}, _options, words: PreviewWords = englishWords) => ({
      title: words.say(choiceTitle(resolutionKinds, kind)),
      subtitle: words.sentence(note ?? ''),
    }),
  },
})
