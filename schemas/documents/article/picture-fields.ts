import {defineField} from '@sanity/types'

export const pictureFields = [
  defineField({name: 'leadImage', title: 'Lead picture', type: 'leadImage', group: 'picture'}),
]
