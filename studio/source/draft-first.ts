import type {Mutation} from '@sanity/client'

import {type Fields, textOf} from '../../schemas/rules/narrow.ts'

/**
 * The draft that an edit goes to, and the mutation that makes it where there is only a published article.
 *
 * @param article - As the form shows it, published or draft
 * @returns Id of the draft, and the mutation
 */
export function draftFirst(article: Fields): readonly [id: string, mutation: Mutation] {
  const {_rev, _createdAt, _updatedAt, ...content} = article
  const id = `drafts.${textOf(article, '_id').replace(/^drafts\./u, '')}`
  return [id, {createIfNotExists: {...content, _id: id, _type: 'article'}}]
}
