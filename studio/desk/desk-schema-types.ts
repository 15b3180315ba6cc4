import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import type {SchemaTypeDefinition} from '@sanity/types'

import {articlePreview} from '../../schemas/documents/article/article-preview.ts'
import {withRulesAtFields} from '../publish/article-validation.ts'
import {newsroomText} from '../texts/newsroom-texts.ts'
import {withSentenceTitles} from './sentence-title.ts'
import {withTexts} from './with-texts.ts'

/**
 * The types as the desk shows them: a record looks like its article in a list, an article shows the rules at its fields, titles are in sentence case.
 *
 * @param say - Gives a title, a description or a choice in the language of the newsroom
 */
export function deskSchemaTypes(
  types: readonly SchemaTypeDefinition[],
  say: (english: string) => string = newsroomText,
): SchemaTypeDefinition[] {
  return types.map((type) => withTexts(withSentenceTitles(deskType(type)), say))
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
