import {ImageIcon} from '@sanity/icons/Image'
import {defineType} from '@sanity/types'

import {pictureFields} from './picture-fields.ts'

/** The picture at the top of a story and on its cards. */
export const leadImage = defineType({
  name: 'leadImage',
  type: 'image',
  icon: ImageIcon,
  options: {hotspot: true},
  fields: pictureFields,
})
