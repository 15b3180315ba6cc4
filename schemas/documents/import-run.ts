import {DownloadIcon} from '@sanity/icons/Download'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {importOutcomes} from '../objects/import-item.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'
import {numberOf} from '../rules/narrow.ts'
import {privateOncePublished} from '../rules/private-id.ts'

const undoStates = [
  {title: 'Undone', value: 'undone'},
  {title: 'Undone in part', value: 'partlyUndone'},
] as const

/** One import that changed something: what went in and what came of it. `_id` is `importRun.<id>`: private. */
export const importRun = defineType({
  name: 'importRun',
  type: 'document',
  icon: DownloadIcon,
  liveEdit: true,
  readOnly: true,
  validation: (rule) => rule.custom(privateOncePublished),
  fields: [
    defineField({name: 'startedAt', type: 'datetime', description: 'UTC'}),
    defineField({
      name: 'finishedAt',
      type: 'datetime',
      description: 'UTC; empty: the run was interrupted',
    }),
    defineField({name: 'inputs', type: 'array', of: [defineArrayMember({type: 'string'})]}),
    defineField({
      name: 'options',
      type: 'text',
      rows: 2,
      description: 'As given on the command line, JSON',
    }),
    defineField({name: 'parserVersion', type: 'string'}),
    defineField({
      name: 'counts',
      type: 'object',
      fields: importOutcomes.map(({title, value}) =>
        defineField({name: value, title, type: 'number'}),
      ),
    }),
    defineField({
      name: 'undoState',
      type: 'string',
      description: 'Whether the run was taken back, where editors had not touched its articles',
      options: {list: [...undoStates]},
    }),
  ],
  orderings: [
    {
      name: 'startedDescending',
      title: 'Newest first',
      by: [{field: 'startedAt', direction: 'desc'}],
    },
  ],
  preview: {
    select: {startedAt: 'startedAt', counts: 'counts', undoState: 'undoState'},
    prepare: ({startedAt, counts, undoState}, _options, words: PreviewWords = englishWords) => ({
      title: words.time(startedAt) || words.say('No date'),
      subtitle: [
        ...outcomesOf(counts).map(words.say),
        words.say(choiceTitle(undoStates, undoState)),
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})

/** `13 created`, `1 conflict`: what there was none of is left out. */
function outcomesOf(counts: unknown): readonly string[] {
  return importOutcomes.flatMap(({title, value}) => {
    const count = numberOf(counts, value) ?? 0
    return count === 0 ? [] : [`${count} ${title.toLowerCase()}`]
  })
}
