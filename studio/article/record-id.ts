import {getPublishedId} from '@sanity/client/csm'

/**
 * Id of the private record of an article.
 *
 * @param articleId - Of the published article, of its draft or of a version that is scheduled
 */
export function recordIdOf(articleId: string): string {
  return `record.${getPublishedId(articleId)}`
}

/**
 * Published id of the article that a change of it or of its record concerns.
 *
 * @param id - Of the record, of the article, of its draft or of a version that is scheduled
 */
export function articleIdOf(id: string): string {
  return getPublishedId(id).replace(/^record\./u, '')
}
