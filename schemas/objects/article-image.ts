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
  preview: {
    select: {media: 'asset', caption: 'caption', alt: 'alt', credit: 'credit'},
    // One line: above a picture in the body a second one has no room, and cuts the first.
    prepare({media, caption, alt, credit}) {
      const line = [caption ?? alt, credit].filter(
        (part) => typeof part === 'string' && part !== '',
      )
      return {media, ...(line.length > 0 && {title: line.join(' · ')})}
    },
  },
})
