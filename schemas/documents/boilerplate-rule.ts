import {FilterIcon} from '@sanity/icons/Filter'
import {defineField, defineType} from '@sanity/types'

import {choiceTitle} from '../choice-title.ts'
import {englishWords, type PreviewWords} from '../preview-words.ts'
import {privateOncePublished} from '../rules/private-id.ts'

export const boilerplateClasses = [
  {title: 'House promo', value: 'promo'},
  {title: 'Newsletter', value: 'newsletter'},
  {title: 'Related link', value: 'relatedLink'},
  {title: 'Social', value: 'social'},
  {title: 'Copyright', value: 'copyright'},
  {title: 'Time stamp', value: 'timeStamp'},
  {title: 'Caption furniture', value: 'captionFurniture'},
  {title: 'Advert', value: 'advert'},
] as const

/**
 * One house line that is no part of a story. It may match only a whole line, sentence or paragraph at an allowed place,
 * and shows what it takes and what it must leave. `_id` is `rule.<name>`: private.
 */
export const boilerplateRule = defineType({
  name: 'boilerplateRule',
  type: 'document',
  icon: FilterIcon,
  validation: (rule) => rule.custom(privateOncePublished),
  fields: [
    defineField({name: 'name', type: 'string', validation: (rule) => rule.required()}),
    defineField({
      name: 'publication',
      type: 'reference',
      to: [{type: 'publication'}],
      description: 'Empty: every publication',
    }),
    defineField({
      name: 'pattern',
      type: 'text',
      rows: 3,
      description: 'An anchored expression; {paper} stands for the name of the paper',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'scope',
      type: 'string',
      description: 'What it matches, always whole',
      options: {
        list: [
          {title: 'Line', value: 'line'},
          {title: 'Sentence', value: 'sentence'},
          {title: 'Paragraph', value: 'paragraph'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'position',
      type: 'string',
      description: 'Where in the text it may stand',
      options: {
        list: [
          {title: 'Head', value: 'head'},
          {title: 'Tail', value: 'tail'},
          {title: 'Anywhere', value: 'any'},
        ],
      },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'class',
      type: 'string',
      options: {list: [...boilerplateClasses]},
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'version',
      type: 'number',
      validation: (rule) => rule.required().integer().positive(),
    }),
    defineField({
      name: 'example',
      type: 'text',
      rows: 2,
      description: 'A text that it takes out',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'nearMiss',
      type: 'text',
      rows: 2,
      description: 'A text much like it that must stay',
      validation: (rule) => rule.required(),
    }),
    defineField({name: 'active', type: 'boolean', initialValue: true}),
    defineField({
      name: 'putBacks',
      type: 'number',
      readOnly: true,
      description: 'How often an editor put back what it had taken out',
    }),
    defineField({
      name: 'shipped',
      type: 'object',
      hidden: true,
      readOnly: true,
      description:
        'How the rule was shipped: while it still reads so, a newer version may take its place',
      fields: [
        defineField({name: 'release', type: 'number'}),
        defineField({name: 'as', type: 'string'}),
      ],
    }),
  ],
  preview: {
    select: {name: 'name', class: 'class', active: 'active', example: 'example'},
    prepare: (
      {name, class: kind, active, example},
      _options,
      words: PreviewWords = englishWords,
    ) => ({
      title: words.say(typeof name === 'string' ? inWords(name) : 'No name'),
      subtitle: [
        words.say(choiceTitle(boilerplateClasses, kind)),
        active === false && words.say('not active'),
        example,
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})

/** `copyright-with-year` as a desk says it: `Copyright with year`. */
function inWords(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
