import {getPublishedId} from '@sanity/client/csm'

/**
 * Id of the private record of an article.
 *
 * @param articleId - Of the published article, of its draft or of a version that is scheduled
 */
export function recordIdOf(articleId: string): string {
  return `record.${getPublishedId(articleId)}`
}
