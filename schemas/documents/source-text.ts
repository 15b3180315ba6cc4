import {InboxIcon} from '@sanity/icons/Inbox'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'
import {privateOncePublished} from '../rules/private-id.ts'

export const versionKinds = [
  {title: 'First', value: 'first'},
  {title: 'Update', value: 'update'},
  {title: 'Write-through', value: 'writeThrough'},
  {title: 'Lead', value: 'lead'},
  {title: 'Refile', value: 'refile'},
  {title: 'Correction', value: 'correction'},
  {title: 'Kill', value: 'kill'},
  {title: 'Advisory', value: 'advisory'},
] as const

/**
 * A received text. Only the importer writes it, once; nobody edits it. `parsed` and `ledger` are JSON strings because
 * the hosted lake limits the attribute paths of a document and of a dataset. `_id` is `source.<hash>`: private.
 */
export const sourceText = defineType({
  name: 'sourceText',
  type: 'document',
  icon: InboxIcon,
  liveEdit: true,
  readOnly: true,
  validation: (rule) => rule.custom(privateOncePublished),
  fields: [
    defineField({name: 'raw', title: 'Text as received', type: 'text', rows: 30}),
    defineField({name: 'fileName', type: 'string'}),
    defineField({name: 'publication', type: 'reference', to: [{type: 'publication'}]}),
    defineField({name: 'provider', type: 'string', description: 'Who sent it'}),
    defineField({name: 'itemId', type: 'string', description: 'The provider’s id of this text'}),
    defineField({
      name: 'itemVersion',
      type: 'string',
      description: 'The provider’s number of this version',
    }),
    defineField({
      name: 'storyId',
      type: 'string',
      description: 'The provider’s id of the story, without its version',
    }),
    defineField({name: 'versionKind', type: 'string', options: {list: [...versionKinds]}}),
    defineField({
      name: 'versionNote',
      type: 'string',
      description: 'What changed, as printed: “Adds quotes”',
    }),
    defineField({
      name: 'previousVersion',
      type: 'reference',
      weak: true,
      to: [{type: 'sourceText'}],
    }),
    defineField({
      name: 'sameTextAs',
      type: 'reference',
      weak: true,
      description: 'The same text as it came first; this time with other notes',
      to: [{type: 'sourceText'}],
    }),
    defineField({
      name: 'reception',
      type: 'number',
      description: '2 for the first time that the same text came with other notes',
    }),
    defineField({name: 'sourceUrl', type: 'url'}),
    defineField({name: 'sourceDate', type: 'string', description: 'As printed'}),
    defineField({name: 'receivedAt', type: 'datetime', description: 'When it came in, UTC'}),
    defineField({
      name: 'format',
      type: 'string',
      options: {list: [{title: 'Plain text', value: 'plainText'}]},
    }),
    defineField({name: 'encoding', type: 'string'}),
    defineField({
      name: 'repairs',
      type: 'array',
      description: 'Of the encoding, before the text was read',
      of: [defineArrayMember({type: 'textRepair'})],
    }),
    defineField({
      name: 'notes',
      type: 'text',
      description: 'What came with the text (front matter, a JSON file beside it), JSON',
    }),
    defineField({name: 'sha256', type: 'string', description: 'Of the bytes'}),
    defineField({name: 'textSha256', type: 'string', description: 'Of the normalised text'}),
    defineField({
      name: 'nearKeys',
      type: 'array',
      description: 'Hashes that texts like this one have too',
      of: [defineArrayMember({type: 'string'})],
    }),
    defineField({name: 'parserVersion', type: 'string'}),
    defineField({name: 'parsed', type: 'text', description: 'The fields as parsed, JSON'}),
    defineField({name: 'ledger', type: 'text', description: 'Where every character went, JSON'}),
    defineField({
      name: 'counts',
      type: 'object',
      fields: [
        defineField({name: 'paragraphs', type: 'number'}),
        defineField({name: 'words', type: 'number'}),
        defineField({name: 'spans', type: 'number'}),
        defineField({name: 'removed', type: 'number', description: 'Spans taken out'}),
        defineField({name: 'findings', type: 'number'}),
      ],
    }),
  ],
  orderings: [
    {
      name: 'receivedDescending',
      title: 'Newest first',
      by: [{field: 'receivedAt', direction: 'desc'}],
    },
  ],
  preview: {
    select: {fileName: 'fileName', itemId: 'itemId', kind: 'versionKind', receivedAt: 'receivedAt'},
    prepare: (
      {fileName, itemId, kind, receivedAt},
      _options,
      words: PreviewWords = englishWords,
    ) => ({
      title: fileName ?? itemId ?? words.say('No file name'),
      subtitle: [words.say(choiceTitle(versionKinds, kind)), words.time(receivedAt)]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
