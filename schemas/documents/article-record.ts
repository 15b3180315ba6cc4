import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'
import {privateOncePublished} from '../rules/private-id.ts'

export const workflowStates = [
  {title: 'Incoming', value: 'incoming'},
  {title: 'Drafting', value: 'drafting'},
  {title: 'Subbing', value: 'subbing'},
  {title: 'Legal', value: 'legal'},
  {title: 'Ready', value: 'ready'},
] as const

/**
 * What the desk knows about an article and readers must not see. Edited live, without drafts: a legal hold holds at once.
 * `_id` is `record.article-<hash>`: private.
 */
export const articleRecord = defineType({
  name: 'articleRecord',
  type: 'document',
  icon: ClipboardIcon,
  liveEdit: true,
  validation: (rule) => rule.custom(privateOncePublished),
  fields: [
    defineField({
      name: 'article',
      type: 'reference',
      weak: true,
      readOnly: true,
      to: [{type: 'article'}],
    }),
    defineField({
      name: 'workflowState',
      type: 'string',
      description: 'Subbing is copy editing',
      options: {list: [...workflowStates]},
    }),
    defineField({
      name: 'ednote',
      title: 'Note to the desk',
      type: 'text',
      rows: 3,
      description: 'Never printed',
    }),
    defineField({
      name: 'signOff',
      type: 'string',
      description: 'The desk’s initials at the end of the copy',
    }),
    defineField({name: 'legalHold', type: 'boolean', description: 'Stops publishing'}),
    defineField({
      name: 'killFlag',
      type: 'boolean',
      description:
        'The agency has killed its copy: stops publishing until the Kill action is used or this is taken off',
    }),
    defineField({
      name: 'embargoClearance',
      type: 'object',
      description: 'Who decided that an embargo without a clear end is over, and why',
      fields: [
        defineField({name: 'by', type: 'string'}),
        defineField({name: 'at', type: 'datetime', description: 'UTC'}),
        defineField({name: 'reason', type: 'text', rows: 2}),
      ],
    }),
    defineField({
      name: 'bylineOverrideReason',
      type: 'string',
      description: 'Why the printed byline was typed by hand',
    }),
    defineField({
      name: 'republishReason',
      type: 'string',
      description: 'Why a killed article may go out again',
    }),
    defineField({
      name: 'origins',
      type: 'array',
      readOnly: true,
      description: 'The received texts this article was made from',
      of: [defineArrayMember({type: 'origin'})],
    }),
    defineField({
      name: 'findings',
      type: 'array',
      description: 'Doubts of the reader of copy',
      of: [defineArrayMember({type: 'finding'})],
    }),
    defineField({
      name: 'conflicts',
      type: 'array',
      description: 'Where a new version of the copy met an edit',
      of: [defineArrayMember({type: 'conflict'})],
    }),
    defineField({
      name: 'resolutions',
      type: 'array',
      description: 'What editors decided about stretches of the received text',
      of: [defineArrayMember({type: 'resolution'})],
    }),
    defineField({
      name: 'decisions',
      type: 'array',
      readOnly: true,
      description: 'Kills, embargoes and withdrawals, each with its reason',
      of: [defineArrayMember({type: 'decision'})],
    }),
  ],
  preview: {
    select: {headline: 'article.headline', state: 'workflowState', id: '_id'},
    prepare: ({headline, state, id}, _options, words: PreviewWords = englishWords) => ({
      title: headline ?? id ?? words.say('No article'),
      subtitle: words.say(choiceTitle(workflowStates, state)),
    }),
  },
})
