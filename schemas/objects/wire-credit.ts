import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'

/** What the credited agency has to do with the text. */
export const creditRelations = [
  {title: 'Sole source', value: 'sole'},
  {title: 'Combined with others', value: 'combined'},
  {title: 'With inputs from', value: 'withInputsFrom'},
  {title: 'Via', value: 'via'},
  {title: 'Distributed by', value: 'distributedBy'},
] as const

/** Where the copy printed the credit. */
export const creditPositions = [
  {title: 'At the end', value: 'end'},
  {title: 'In the dateline', value: 'dateline'},
  {title: 'On a line of its own', value: 'ownLine'},
  {title: 'In parentheses', value: 'parenthesis'},
] as const

/** One credited agency. The order of the entries carries meaning: the main source comes first. */
export const wireCredit = defineType({
  name: 'wireCredit',
  type: 'object',
  icon: EarthGlobeIcon,
  fields: [
    defineField({
      name: 'source',
      title: 'Wire source',
      type: 'reference',
      to: [{type: 'wireSource'}],
    }),
    defineField({
      name: 'nameAsWritten',
      type: 'string',
      description: 'The name as the copy printed it, while no wire source is linked',
    }),
    defineField({
      name: 'relation',
      type: 'string',
      options: {list: [...creditRelations]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'verbatim',
      type: 'string',
      readOnly: true,
      description: 'The credit exactly as received',
    }),
    defineField({
      name: 'position',
      type: 'string',
      description: 'Where the copy printed it',
      options: {list: [...creditPositions]},
    }),
  ],
  preview: {
    select: {
      name: 'source.name',
      nameAsWritten: 'nameAsWritten',
      relation: 'relation',
      verbatim: 'verbatim',
    },
    prepare: (
      {name, nameAsWritten, relation, verbatim},
      _options,
      words: PreviewWords = englishWords,
    ) => ({
      title: name ?? nameAsWritten ?? words.say('No source'),
      subtitle: [words.say(choiceTitle(creditRelations, relation)), verbatim && `“${verbatim}”`]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})
