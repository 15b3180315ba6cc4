import {SplitVerticalIcon} from '@sanity/icons/SplitVertical'
import {defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'

export const conflictStates = [
  {title: 'Open', value: 'open'},
  {title: 'Ours kept', value: 'keptOurs'},
  {title: 'Theirs taken', value: 'tookTheirs'},
  {title: 'Both say the same now', value: 'agreed'},
] as const

/**
 * A field that both an editor and a new version of the copy changed. The editor's words stay; the three texts are
 * JSON strings of the field's value, so that a paragraph and a headline have the same shape here.
 */
export const conflict = defineType({
  name: 'conflict',
  type: 'object',
  icon: SplitVerticalIcon,
  fields: [
    defineField({
      name: 'field',
      type: 'string',
      readOnly: true,
      description: 'Path in the article',
    }),
    defineField({
      name: 'base',
      title: 'Before',
      type: 'text',
      readOnly: true,
      description: 'As first received',
    }),
    defineField({
      name: 'theirs',
      type: 'text',
      readOnly: true,
      description: 'In the new version of the copy',
    }),
    defineField({name: 'ours', type: 'text', readOnly: true, description: 'As the editor left it'}),
    defineField({name: 'state', type: 'string', options: {list: [...conflictStates]}}),
    defineField({name: 'by', type: 'string', readOnly: true, description: 'Who decided'}),
    defineField({
      name: 'at',
      type: 'datetime',
      readOnly: true,
      description: 'When it was decided, UTC',
    }),
  ],
  preview: {
    select: {field: 'field', state: 'state'},
    prepare: ({field, state}, _options, words: PreviewWords = englishWords) => ({
      title: field,
      subtitle: words.say(choiceTitle(conflictStates, state)),
    }),
  },
})
