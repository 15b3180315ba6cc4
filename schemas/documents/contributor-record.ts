import {LockIcon} from '@sanity/icons/Lock'
import {defineField, defineType} from '@sanity/types'

import {privateOncePublished} from '../rules/private-id.ts'

/** What the desk knows about a contributor and readers must not see. `_id` is `record.contributor-<slug>`: private. */
export const contributorRecord = defineType({
  name: 'contributorRecord',
  type: 'document',
  icon: LockIcon,
  liveEdit: true,
  validation: (rule) => rule.custom(privateOncePublished),
  fields: [
    defineField({name: 'contributor', type: 'reference', weak: true, to: [{type: 'contributor'}]}),
    defineField({name: 'email', title: 'E-mail', type: 'email'}),
    defineField({name: 'phone', type: 'string'}),
    defineField({name: 'notes', type: 'text'}),
  ],
  preview: {select: {title: 'contributor.name', subtitle: 'email'}},
})
