import {UlistIcon} from '@sanity/icons/Ulist'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {englishWords, type PreviewWords} from '../preview-words.ts'
import {privateOncePublished} from '../rules/private-id.ts'

/** A chunk of the items of a run, so that a long run stays below a document's size. `_id` is `importRun.<id>.items-N`. */
export const importRunItems = defineType({
  name: 'importRunItems',
  type: 'document',
  icon: UlistIcon,
  liveEdit: true,
  readOnly: true,
  validation: (rule) => rule.custom(privateOncePublished),
  fields: [
    defineField({name: 'run', type: 'reference', weak: true, to: [{type: 'importRun'}]}),
    defineField({name: 'items', type: 'array', of: [defineArrayMember({type: 'importItem'})]}),
  ],
  preview: {
    select: {startedAt: 'run.startedAt', id: '_id'},
    prepare: ({startedAt, id}, _options, words: PreviewWords = englishWords) => ({
      title: words.time(startedAt) || words.say('No run'),
      subtitle: id,
    }),
  },
})
