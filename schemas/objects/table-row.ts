import {defineArrayMember, defineField, defineType} from '@sanity/types'

/** One row of a `table`. */
export const tableRow = defineType({
  name: 'tableRow',
  type: 'object',
  fields: [defineField({name: 'cells', type: 'array', of: [defineArrayMember({type: 'string'})]})],
  preview: {
    select: {cells: 'cells'},
    prepare: ({cells}) => ({title: Array.isArray(cells) ? cells.join(' | ') : 'Empty row'}),
  },
})
