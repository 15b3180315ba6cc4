import type {SchemaTypeDefinition} from '@sanity/types'

import {articlePreview} from '../../schemas/documents/article/article-preview.ts'

/**
 * The types as the desk shows them: a record stands in a list for its article, so it looks like it.
 */
export function deskSchemaTypes(types: readonly SchemaTypeDefinition[]): SchemaTypeDefinition[] {
  return types.map((type) =>
    type.name === 'articleRecord' ? {...type, preview: recordPreview} : type,
  )
}

const recordPreview = {
  select: Object.fromEntries(
    Object.entries(articlePreview.select).map(([name, path]) => [name, `article.${path}`]),
  ),
  prepare: articlePreview.prepare,
}
