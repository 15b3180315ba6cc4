import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

/**
 * One of the two to five lines above a story. `supports` holds the `_key`s of the body blocks that bear it out,
 * so that a changed paragraph can be noticed.
 */
export const keyPoint = defineType({
  name: 'keyPoint',
  type: 'object',
  icon: BulbOutlineIcon,
  fields: [
    defineField({
      name: 'text',
      type: 'string',
      description: 'One line, about ten words, active and in the present tense',
    }),
    defineField({
      name: 'supports',
      title: 'Supporting paragraphs',
      type: 'array',
      description: 'Keys of the body paragraphs that bear this point out',
      of: [defineArrayMember({type: 'string'})],
      validation: (rule) => rule.unique(),
    }),
  ],
  preview: {select: {title: 'text'}},
})
