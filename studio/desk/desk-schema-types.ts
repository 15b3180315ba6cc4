import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import type {SchemaTypeDefinition} from '@sanity/types'

import {articlePreview} from '../../schemas/documents/article/article-preview.ts'
import type {PreviewWords} from '../../schemas/preview-words.ts'
import {withRulesAtFields} from '../publish/article-validation.ts'
import {newsroomWords} from '../texts/newsroom-words.ts'
import {withSentenceTitles} from './sentence-title.ts'
import {withTexts} from './with-texts.ts'

/**
 * The types as the desk shows them: a record looks like its article in a list, an article shows the rules at its fields, titles are in sentence case.
 *
 * @param words - For titles, descriptions, choices and previews
 */
export function deskSchemaTypes(
  types: readonly SchemaTypeDefinition[],
  words: PreviewWords = newsroomWords,
): SchemaTypeDefinition[] {
  return types.map((type) => withTexts(withSentenceTitles(deskType(type)), words))
}

function deskType(type: SchemaTypeDefinition): SchemaTypeDefinition {
  if (type.name === 'articleRecord')
    return {...type, icon: DocumentTextIcon, preview: recordPreview}
  return type.name === 'article' ? withRulesAtFields(type) : type
}

const recordPreview = {
  select: Object.fromEntries(
    Object.entries(articlePreview.select).map(([name, path]) => [name, `article.${path}`]),
  ),
  prepare: articlePreview.prepare,
}
