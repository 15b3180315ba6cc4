import {ImageIcon} from '@sanity/icons/Image'
import {defineType} from '@sanity/types'

import {pictureFields} from './picture-fields.ts'

/** A picture between the paragraphs of a story. */
export const articleImage = defineType({
  name: 'articleImage',
  type: 'image',
  icon: ImageIcon,
  options: {hotspot: true},
  fields: pictureFields,
  preview: {select: {media: 'asset', title: 'caption', subtitle: 'credit'}},
})
