import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineField, defineType} from '@sanity/types'

import {articlePreview} from './article-preview.ts'
import {articleValidation} from './article-validation.ts'
import {bodyFields} from './body-fields.ts'
import {creditFields} from './credit-fields.ts'
import {headFields} from './head-fields.ts'
import {lifeFields} from './life-fields.ts'
import {pictureFields} from './picture-fields.ts'
import {placeFields} from './place-fields.ts'
import {rightsFields} from './rights-fields.ts'

/**
 * One story, as the publication prints it, from first flash to last correction. A correction is an entry in `corrections`,
 * never an edit without trace. What readers must not see stands in `articleRecord`: every word here is public once published.
 * `_id` is `article-<hash of the story's identity>` (no dot: readers must be able to query it), so that importing twice
 * is a no-op; an import makes `drafts.article-…` and never publishes.
 */
export const article = defineType({
  name: 'article',
  type: 'document',
  icon: DocumentTextIcon,
  // The pane's head says it already; above the form it would take the room of three fields
  __experimental_formPreviewTitle: false,
  validation: articleValidation,
  // In the order of work
  groups: [
    {name: 'heads', default: true},
    {name: 'credits'},
    {name: 'body'},
    {name: 'picture'},
    {name: 'place', title: 'Place in the paper'},
    {name: 'rights'},
    {name: 'life'},
    {name: 'notes'},
  ],
  fields: [
    ...headFields,
    ...creditFields,
    ...bodyFields,
    ...pictureFields,
    ...placeFields,
    ...rightsFields,
    ...lifeFields,
    defineField({
      name: 'readerNote',
      type: 'text',
      rows: 2,
      group: 'notes',
      description: 'Printed with the story. A note to the desk belongs on the record',
    }),
  ],
  orderings: [
    {
      name: 'publishedDescending',
      title: 'Newest first',
      by: [{field: 'publishedAt', direction: 'desc'}],
    },
    {
      name: 'updatedDescending',
      title: 'Last edited first',
      by: [{field: '_updatedAt', direction: 'desc'}],
    },
    {
      name: 'urgencyAscending',
      title: 'Most urgent first',
      by: [
        {field: 'urgency', direction: 'asc'},
        {field: 'publishedAt', direction: 'desc'},
      ],
    },
    {name: 'headlineAscending', title: 'Headline', by: [{field: 'headline', direction: 'asc'}]},
  ],
  preview: articlePreview,
})
