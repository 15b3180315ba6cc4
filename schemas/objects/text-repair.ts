import {WrenchIcon} from '@sanity/icons/Wrench'
import {defineField, defineType} from '@sanity/types'

import {textRangeFields} from './text-range-fields.ts'

/** One repair of the encoding, made before the text was read. */
export const textRepair = defineType({
  name: 'textRepair',
  type: 'object',
  icon: WrenchIcon,
  fields: [
    ...textRangeFields,
    defineField({name: 'from', type: 'string'}),
    defineField({name: 'to', type: 'string'}),
  ],
  preview: {select: {title: 'from', subtitle: 'to'}},
})
