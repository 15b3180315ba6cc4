import {LockIcon} from '@sanity/icons/Lock'
import {defineField, defineType} from '@sanity/types'

import {englishWords, type PreviewWords} from '../preview-words.ts'

/**
 * When a story may go out. Active without `until` means: may not be published or scheduled at all, until someone clears it;
 * the clearance, with its reason, stands on the article's record, not here.
 */
export const embargo = defineType({
  name: 'embargo',
  type: 'object',
  icon: LockIcon,
  fields: [
    defineField({name: 'active', type: 'boolean'}),
    defineField({
      name: 'until',
      type: 'datetime',
      description: 'Stored in UTC and shown in the time zone of your browser',
    }),
    defineField({
      name: 'timeZone',
      type: 'string',
      description: 'The zone the sender meant, by its IANA name: “Europe/London”',
    }),
    defineField({
      name: 'textAsReceived',
      type: 'string',
      readOnly: true,
      description: 'The embargo line of the copy, word for word',
    }),
  ],
  preview: {
    select: {until: 'until', textAsReceived: 'textAsReceived'},
    prepare: ({until, textAsReceived}, _options, words: PreviewWords = englishWords) => ({
      title: words.time(until),
      subtitle: textAsReceived,
    }),
  },
})
