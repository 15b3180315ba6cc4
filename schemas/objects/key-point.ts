import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {defineArrayMember, defineField, defineType} from '@sanity/types'

import {namedAgencies} from '../rules/agency-names.ts'
import {keyPointBorneOut} from '../rules/key-point-facts.ts'
import {keyPointNoFurniture} from '../rules/key-point-furniture.ts'
import {KEY_POINT_LIMIT, keyPointWithinLimit} from '../rules/key-points.ts'
import {fieldOf} from '../rules/narrow.ts'

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
      validation: (rule) => [
        rule.required(),
        rule.custom((text) => keyPointNoFurniture({text}, namedAgencies())),
        rule.custom((text) => keyPointWithinLimit({text}, KEY_POINT_LIMIT)).warning(),
        rule
          .custom((text, {document}) => keyPointBorneOut({text}, fieldOf(document, 'body')))
          .warning(),
      ],
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
