import {DownloadIcon} from '@sanity/icons/Download'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {importOutcomes} from '../objects/import-item.ts'
import {privateOncePublished} from '../rules/private-id.ts'

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
      options: {
        list: [
          {title: 'Undone', value: 'undone'},
          {title: 'Undone in part', value: 'partlyUndone'},
        ],
      },
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
    select: {
      startedAt: 'startedAt',
      created: 'counts.created',
      conflict: 'counts.conflict',
      undoState: 'undoState',
    },
    prepare: ({startedAt, created, conflict, undoState}) => ({
      title: startedAt ?? 'No date',
      subtitle: [`${created ?? 0} created`, `${conflict ?? 0} in conflict`, undoState]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
