import {LinkIcon} from '@sanity/icons/Link'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

/**
 * The text of a story as Portable Text. `leadIn` marks the words that a paper prints in capitals at the start of a story:
 * the letters themselves stay as they are spoken ("North"), the received text keeps its own ("NORTH").
 */
export const body = defineType({
  name: 'body',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Normal', value: 'normal'},
        {title: 'Cross-head (subhead)', value: 'crossHead'},
        {title: 'Quote', value: 'quote'},
      ],
      lists: [
        {title: 'Bullets', value: 'bullet'},
        {title: 'Numbers', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
          {title: 'Lead-in', value: 'leadIn'},
        ],
        annotations: [
          defineArrayMember({
            name: 'link',
            type: 'object',
            icon: LinkIcon,
            fields: [
              defineField({
                name: 'href',
                title: 'Address',
                type: 'url',
                validation: (rule) =>
                  rule.required().uri({scheme: ['https', 'http', 'mailto', 'tel']}),
              }),
            ],
          }),
          defineArrayMember({
            name: 'internalLink',
            title: 'Link to an article',
            type: 'object',
            icon: LinkIcon,
            fields: [
              defineField({
                name: 'article',
                type: 'reference',
                to: [{type: 'article'}],
                validation: (rule) => rule.required(),
              }),
            ],
          }),
        ],
      },
    }),
    defineArrayMember({type: 'articleImage'}),
    defineArrayMember({type: 'pullQuote'}),
    defineArrayMember({type: 'factBox'}),
    defineArrayMember({type: 'relatedArticle'}),
    defineArrayMember({type: 'table'}),
    defineArrayMember({type: 'embed'}),
  ],
})
